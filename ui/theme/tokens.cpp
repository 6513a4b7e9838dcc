// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tokens.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMetaProperty>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>
#include <cmath>

namespace hall::theme {
namespace {

base::Error broken(const QString& what)
{
    return base::Error{base::ErrorCode::FileInvalid, QStringLiteral("ui/theme/tokens.json: ") + what};
}

/// Fills each property of a gadget from the key of the same name.
template <class Gadget>
base::Result<Gadget> read(const QJsonObject& from, const QString& where)
{
    Gadget gadget;
    const QMetaObject& meta = Gadget::staticMetaObject;
    for (int index = 0; index < meta.propertyCount(); ++index) {
        const QMetaProperty property = meta.property(index);
        const QJsonValue value = from.value(QLatin1StringView(property.name()));
        const QString name = where + u'.' + QLatin1StringView(property.name());
        if (property.metaType() == QMetaType::fromType<QColor>()) {
            const QColor colour(value.toString());
            if (!colour.isValid())
                return broken(QStringLiteral("%1 is missing or is no colour").arg(name));
            Q_ASSERT(property.isWritable());
            property.writeOnGadget(&gadget, colour);
        } else {
            if (!value.isDouble())
                return broken(QStringLiteral("%1 is missing or is no number").arg(name));
            property.writeOnGadget(&gadget, value.toVariant());
        }
    }
    return gadget;
}

template <class Gadget>
base::Status readInto(Gadget& gadget, const QJsonObject& root, const QString& key)
{
    auto got = read<Gadget>(root.value(key).toObject(), key);
    if (!got)
        return got.error();
    gadget = *got;
    return {};
}

base::Status readBlocks(Tokens& tokens, const QJsonObject& from)
{
    const Palette& any = tokens.palettes.first();
    for (auto it = from.begin(); it != from.end(); ++it) {
        const QJsonObject block = it.value().toObject();
        const auto text = [&](const char* key) { return block.value(QLatin1StringView(key)).toString(); };
        BlockLook look{it.key(), text("letter"), text("icon"), text("colour"), text("soft"), text("zh"), text("en")};
        if (look.letter.isEmpty() || look.icon.isEmpty() || look.zh.isEmpty() || look.en.isEmpty()
            || !colourNamed(any, look.colour).isValid() || !colourNamed(any, look.soft).isValid())
            return broken(QStringLiteral("blocks.%1 lacks its letter, icon, colour, soft, zh or en").arg(it.key()));
        tokens.blocks.append(look);
    }
    std::sort(tokens.blocks.begin(), tokens.blocks.end(),
              [](const BlockLook& a, const BlockLook& b) { return a.letter < b.letter; });
    return {};
}

qreal channel(qreal value)
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

qreal luminance(const QColor& colour)
{
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF()) + 0.0722 * channel(colour.blueF());
}

} // namespace

base::Result<Tokens> Tokens::parse(const QByteArray& json)
{
    QJsonParseError wrong;
    const QJsonObject root = QJsonDocument::fromJson(json, &wrong).object();
    if (wrong.error != QJsonParseError::NoError)
        return broken(QStringLiteral("%1 at byte %2").arg(wrong.errorString()).arg(wrong.offset));

    Tokens tokens;
    const QJsonObject themes = root.value(QStringLiteral("themes")).toObject();
    for (const QString& name : {QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("boardDark"),
                                QStringLiteral("highContrast")}) {
        HALL_ASSIGN(Palette palette, read<Palette>(themes.value(name).toObject(), name));
        tokens.palettes.insert(name, palette);
    }
    for (const QJsonValue& family : root.value(QStringLiteral("families")).toArray())
        tokens.families.append(family.toString());
    for (const QJsonValue& word : root.value(QStringLiteral("unbroken")).toArray())
        tokens.unbroken.append(word.toString());
    HALL_TRY(readInto(tokens.type, root, QStringLiteral("type")));
    HALL_TRY(readInto(tokens.desk, root, QStringLiteral("desk")));
    HALL_TRY(readInto(tokens.board, root, QStringLiteral("board")));
    HALL_TRY(readInto(tokens.space, root, QStringLiteral("space")));
    HALL_TRY(readInto(tokens.size, root, QStringLiteral("size")));
    HALL_TRY(readInto(tokens.motion, root, QStringLiteral("motion")));
    tokens.elderScale = root.value(QStringLiteral("elderScale")).toDouble(1);
    HALL_TRY(readBlocks(tokens, root.value(QStringLiteral("blocks")).toObject()));
    return tokens;
}

Tokens Tokens::builtIn()
{
    QFile file(QStringLiteral(":/hall/theme/tokens.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The design tokens are not compiled in");
    auto tokens = parse(file.readAll());
    if (!tokens)
        qFatal("%s", qUtf8Printable(tokens.error().message));
    return *tokens;
}

QString unbroken(const QString& text, const QStringList& words)
{
    constexpr QChar kWordJoiner(0x2060);
    QString glued = text;
    for (const QString& word : words) {
        if (!glued.contains(word))
            continue;
        QString whole;
        for (const QChar& character : word) {
            if (!whole.isEmpty())
                whole += kWordJoiner;
            whole += character;
        }
        glued.replace(word, whole);
    }
    return glued;
}

QColor colourNamed(const Palette& palette, const QString& token)
{
    const int index = Palette::staticMetaObject.indexOfProperty(token.toLatin1().constData());
    return index < 0 ? QColor() : Palette::staticMetaObject.property(index).readOnGadget(&palette).value<QColor>();
}

qreal contrast(const QColor& one, const QColor& other)
{
    const qreal a = luminance(one);
    const qreal b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

bool systemAsksForLessMotion()
{
    if (qEnvironmentVariableIsSet("HALL_REDUCED_MOTION"))
        return qEnvironmentVariableIntValue("HALL_REDUCED_MOTION") != 0;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    const QSettings kde(folder + QStringLiteral("/kdeglobals"), QSettings::IniFormat);
    if (kde.value(QStringLiteral("KDE/AnimationDurationFactor"), 1.0).toDouble() <= 0)
        return true;
    const QSettings gtk(folder + QStringLiteral("/gtk-3.0/settings.ini"), QSettings::IniFormat);
    return !gtk.value(QStringLiteral("Settings/gtk-enable-animations"), true).toBool();
}

} // namespace hall::theme
