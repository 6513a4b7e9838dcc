// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kiosk/rime_composer.h"

#include "ui/kiosk/typed_text.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <array>
#include <atomic>
#include <rime_api.h>

namespace hall::kiosk {

namespace {

constexpr int kMostCandidates = 80;
constexpr int kBackSpace = 0xff08; // XK_BackSpace: librime takes X11's key symbols
constexpr std::array kSchemas{"hall_pinyin", "hall_strokes"};
constexpr std::array kFiles{"default.custom.yaml",      "hall_accent.schema.yaml",  "hall_pinyin.dict.yaml",
                            "hall_pinyin.schema.yaml", "hall_strokes.schema.yaml", "hall_words.dict.yaml"};

/// Where a person's session keeps what goes with it, in memory if possible; else the folder for temporary files.
QString folderPattern()
{
    const QString session = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return (QFileInfo(session).isWritable() ? session : QDir::tempPath()) + QStringLiteral("/hall-kiosk-pinyin-XXXXXX");
}

std::atomic<bool> s_taken = false; // librime is one engine for the whole process

const char* schemaOf(Composer::Method method)
{
    return kSchemas.at(static_cast<std::size_t>(method));
}

/// Sets librime up in `folder`. It logs nothing: what people type has no place in a log.
void setUp(const QByteArray& data, const QByteArray& folder)
{
    const QByteArray staging = folder + "/build";
    RIME_STRUCT(RimeTraits, traits);
    traits.shared_data_dir = data.constData();
    traits.user_data_dir = folder.constData();
    traits.staging_dir = staging.constData();
    traits.distribution_name = "Accord Hall";
    traits.distribution_code_name = "accord-hall";
    traits.distribution_version = "1";
    static std::atomic<bool> logging = false; // its log library may be set up once in a process
    if (!logging.exchange(true)) {
        traits.app_name = "rime.hall-kiosk";
        traits.min_log_level = 4; // above fatal
        traits.log_dir = "";      // no files
    }
    RimeApi* rime = rime_get_api();
    rime->setup(&traits);
    rime->initialize(&traits);
    if (rime->start_maintenance(True))
        rime->join_maintenance_thread();
}

} // namespace

RimeComposer::RimeComposer(QString dataFolder, QObject* parent)
    : Composer(parent)
    , m_dataFolder(std::move(dataFolder))
    , m_folder(folderPattern())
{
}

RimeComposer::~RimeComposer()
{
    if (m_reader.joinable())
        m_reader.join();
    forget();
    if (!m_engineUp)
        return;
    if (m_session != 0)
        rime_get_api()->destroy_session(m_session);
    rime_get_api()->finalize();
    s_taken = false;
}

QString RimeComposer::systemDataFolder()
{
    return QStringLiteral("/usr/share/rime-data");
}

void RimeComposer::start()
{
    const bool dictionary = QFile::exists(m_dataFolder + QStringLiteral("/luna_pinyin.dict.yaml"));
    if (m_engineUp || !dictionary || !m_folder.isValid() || !writeSchemas() || s_taken.exchange(true)) {
        QMetaObject::invokeMethod(this, &RimeComposer::started, Qt::QueuedConnection);
        return;
    }
    m_engineUp = true;
    m_reader = std::jthread([this, data = QFile::encodeName(m_dataFolder), folder = QFile::encodeName(m_folder.path())] {
        setUp(data, folder);
        QMetaObject::invokeMethod(this, &RimeComposer::open, Qt::QueuedConnection);
    });
}

bool RimeComposer::writeSchemas() const
{
    return std::ranges::all_of(kFiles, [this](const char* file) {
        const QString name = QString::fromLatin1(file);
        return QFile::copy(QStringLiteral(":/pinyin/") + name, m_folder.filePath(name));
    });
}

void RimeComposer::open()
{
    m_reader.join();
    RimeApi* rime = rime_get_api();
    m_session = rime->create_session();
    // A dictionary that is there but cannot be read leaves an engine that answers nothing: asked before it is offered.
    m_knowsStrokes = select(Method::Strokes) && press('h') && !m_candidates.isEmpty();
    const bool pinyin = select(Method::Pinyin) && press('n') && press('i') && !m_candidates.isEmpty();
    forget();
    if (m_session != 0)
        rime->clear_composition(m_session);
    if (!pinyin && m_session != 0) {
        rime->destroy_session(m_session);
        m_session = 0;
        m_knowsStrokes = false;
    }
    emit changed();
    emit started();
}

bool RimeComposer::select(Method method)
{
    m_method = method;
    return m_session != 0 && rime_get_api()->select_schema(m_session, schemaOf(method)) == True;
}

void RimeComposer::use(Method method)
{
    if (!available() || method == m_method || (method == Method::Strokes && !m_knowsStrokes))
        return;
    finish();
    select(method);
    look();
}

bool RimeComposer::press(int code)
{
    const bool taken = rime_get_api()->process_key(m_session, code, 0) == True;
    look();
    return taken;
}

bool RimeComposer::key(const QString& character)
{
    if (!available() || character.size() != 1)
        return false;
    const char16_t code = character.at(0).toLower().unicode();
    const bool letter = code >= 'a' && code <= 'z';
    if (!letter && (code != ' ' || m_preedit.isEmpty()))
        return false;
    const bool taken = press(code);
    passOn();
    return taken;
}

bool RimeComposer::erase()
{
    if (!available() || m_preedit.isEmpty())
        return false;
    press(kBackSpace);
    passOn();
    return true;
}

void RimeComposer::choose(int index)
{
    if (!available() || index < 0 || index >= m_candidates.size())
        return;
    rime_get_api()->select_candidate(m_session, m_places.at(index));
    look();
    passOn();
}

void RimeComposer::finish()
{
    if (!available() || m_preedit.isEmpty())
        return;
    rime_get_api()->commit_composition(m_session);
    look();
    passOn();
}

void RimeComposer::reset()
{
    if (!available())
        return;
    // A new session, not only an empty one: the engine remembers what was committed in it.
    rime_get_api()->destroy_session(m_session);
    m_session = rime_get_api()->create_session();
    select(m_method);
    look();
}

void RimeComposer::passOn()
{
    RIME_STRUCT(RimeCommit, commit);
    if (rime_get_api()->get_commit(m_session, &commit) != True)
        return;
    const QString text = QString::fromUtf8(commit.text);
    rime_get_api()->free_commit(&commit);
    emit committed(text);
}

void RimeComposer::look()
{
    forget();
    RimeApi* rime = rime_get_api();
    RIME_STRUCT(RimeContext, context);
    if (rime->get_context(m_session, &context) == True) {
        if (context.composition.length > 0)
            m_preedit = QString::fromUtf8(context.composition.preedit);
        rime->free_context(&context);
    }
    RimeCandidateListIterator each{};
    if (!m_preedit.isEmpty() && rime->candidate_list_begin(m_session, &each) == True) {
        for (std::size_t place = 0; m_candidates.size() < kMostCandidates && rime->candidate_list_next(&each) == True; ++place) {
            const QString text = QString::fromUtf8(each.candidate.text);
            if (m_drawable && !m_drawable(text))
                continue;
            m_candidates.append(text);
            m_places.append(place);
        }
        rime->candidate_list_end(&each);
    }
    emit changed();
}

void RimeComposer::forget()
{
    wipe(m_preedit);
    for (QString& candidate : m_candidates)
        wipe(candidate);
    m_candidates.clear();
    m_places.clear();
}

} // namespace hall::kiosk
