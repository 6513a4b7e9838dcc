// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seal/case_entry.h"

#include <QTest>

using namespace hall;
using namespace hall::seal;
using base::ErrorCode;

namespace {

EntryHeader header(qint64 sequence = 1)
{
    EntryHeader header;
    header.store = QByteArray(16, 's');
    header.caseId = QByteArray(16, 'c');
    header.sequence = sequence;
    header.generation = 1;
    header.previous = QByteArray(32, 'p');
    header.station = QByteArray(32, 't');
    header.at = 1'772'672'400'000;
    header.rosterHead = QByteArray(32, 'r');
    return header;
}

const QByteArray kText = QByteArrayLiteral("{\"kind\":\"note\",\"content\":{\"text\":\"楼上漏水\"}}");

} // namespace

class CaseEntryTest : public QObject
{
    Q_OBJECT

private slots:
    void opensWithItsKey()
    {
        const auto entry = sealEntry(header(7), m_key, kText, m_author).value();
        const auto read = readHeader(entry).value();
        QCOMPARE(read.sequence, qint64(7));
        QCOMPARE(read.author, m_author.signPublicKey);
        QCOMPARE(read.at, header().at);
        QVERIFY(signedByAuthor(entry, read));
        QCOMPARE(openEntry(entry, m_key).value().view().toByteArray(), kText);
        QVERIFY(!entry.body.contains("note"));
    }
    void lengthsTellLittle()
    {
        const auto shorter = sealEntry(header(), m_key, "a", m_author).value();
        const auto longer = sealEntry(header(), m_key, QByteArray(200, 'a'), m_author).value();
        QCOMPARE(shorter.body.size(), longer.body.size());
    }
    void emptyAndLongTextsComeBack_data()
    {
        QTest::addColumn<int>("length");
        for (const int length : {0, 1, 255, 256, 257, 100'000})
            QTest::addRow("%d bytes", length) << length;
    }
    void emptyAndLongTextsComeBack()
    {
        QFETCH(int, length);
        const QByteArray text(length, 'x');
        const auto entry = sealEntry(header(), m_key, text, m_author).value();
        QCOMPARE(openEntry(entry, m_key).value().view().toByteArray(), text);
    }
    void tooLongIsRefused()
    {
        QCOMPARE(sealEntry(header(), m_key, QByteArray(17 << 20, 'x'), m_author).error().code, ErrorCode::TextTooLong);
    }
    void anotherKeyOpensNothing()
    {
        const auto entry = sealEntry(header(), m_key, kText, m_author).value();
        QCOMPARE(openEntry(entry, SecretBuffer::random(kCaseKeyBytes)).error().code, ErrorCode::SealInvalid);
    }
    void fieldsOfTheWrongLengthAreRefused()
    {
        EntryHeader wrong = header();
        wrong.caseId.chop(1);
        QCOMPARE(sealEntry(wrong, m_key, kText, m_author).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(sealEntry(header(), SecretBuffer::random(16), kText, m_author).error().code, ErrorCode::InvalidArgument);
    }
    void theSameTextIsNeverSealedAlike()
    {
        const auto one = sealEntry(header(), m_key, kText, m_author).value();
        const auto two = sealEntry(header(), m_key, kText, m_author).value();
        QVERIFY(one.body != two.body);
        QVERIFY(one.hash() != two.hash());
    }
    /// Every single bit of header, body and signature: the seal or the signature notices, and the hash changes.
    void eachFlippedBitIsNoticed()
    {
        const auto entry = sealEntry(header(), m_key, kText, m_author).value();
        int flipped = 0;
        for (QByteArray SealedEntry::*part : {&SealedEntry::header, &SealedEntry::body, &SealedEntry::signature}) {
            for (qsizetype bit = 0; bit < (entry.*part).size() * 8; ++bit) {
                SealedEntry changed = entry;
                (changed.*part)[bit / 8] = static_cast<char>((changed.*part)[bit / 8] ^ (1 << (bit % 8)));
                const auto read = readHeader(changed);
                QVERIFY2(!read.ok() || !signedByAuthor(changed, read.value()), qPrintable(QString::number(bit)));
                if (part != &SealedEntry::signature)
                    QVERIFY2(!openEntry(changed, m_key).ok(), qPrintable(QString::number(bit)));
                QVERIFY(changed.hash() != entry.hash());
                ++flipped;
            }
        }
        QVERIFY(flipped > 4000);
    }
    void cutAndLengthenedEntriesAreRefused()
    {
        const auto entry = sealEntry(header(), m_key, kText, m_author).value();
        for (QByteArray SealedEntry::*part : {&SealedEntry::header, &SealedEntry::body}) {
            SealedEntry cut = entry;
            (cut.*part).chop(1);
            QCOMPARE(readHeader(cut).error().code, ErrorCode::NotAPackage);
            SealedEntry longer = entry;
            (longer.*part).append('\0');
            QCOMPARE(readHeader(longer).error().code, ErrorCode::NotAPackage);
        }
        QCOMPARE(readHeader({}).error().code, ErrorCode::NotAPackage);
    }

private:
    SecretBuffer m_key = SecretBuffer::random(kCaseKeyBytes);
    Bundle m_author = Bundle::generate();
};

QTEST_GUILESS_MAIN(CaseEntryTest)
#include "tst_case_entry.moc"
