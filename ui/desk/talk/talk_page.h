// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/parts.h"
#include "ui/desk/talk/talk_gateway.h"

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLineEdit;

namespace hall::desk {

class DeskSession;
class Look;
class NoticePane;

/// 法定途径接谈: one question at a time with big answers (1 to 9), the path so far beside it (Backspace goes back, a click asks
/// a question again), and at the end the channel, what it means, the dates that run, and the way into the case file.
class TalkPage : public QWidget
{
    Q_OBJECT

public:
    TalkPage(DeskSession& session, TalkGateway& gateway, const Look& look, QWidget* parent = nullptr);

    const Talk& talk() const { return m_talk; }
    /// The hall may have published other days off: dates are counted by them, what was said stays.
    void followLaw();
    /// At the end of a talk; its pages are made of case files, which this page knows nothing of.
    void offerNotice(NoticePane* notice);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    struct DateRow
    {
        QString fact;
        QCheckBox* known;
        QDateEdit* day;
    };

    void build();
    QWidget* buildWriter();
    void readLaw();
    void readDraft();
    void readCases();
    void keep();
    void forget();
    void refresh();
    void showQuestion(const rules::RouterQuestion& question);
    void showEnd(const rules::RouterEnd& end);
    void showPath();
    void addDates();
    void showClocks();
    void showTarget();
    void answer(const QString& value);
    void reveal();
    void unwritten();
    void takeIntake();
    QJsonObject petitioner() const;
    void write();
    void written(const TalkWritten& written);
    QString draftKey() const;
    QString language() const;
    QVBoxLayout* freshColumn(QWidget*& content, QVBoxLayout* in);

    DeskSession& m_session;
    TalkGateway& m_gateway;
    const Look& m_look;
    Talk m_talk;
    QList<TalkCase> m_cases;
    qint64 m_written = 0;    ///< entry of this talk that stands in a case already
    QString m_writtenIn;     ///< the case that an earlier try has opened or written into
    QString m_done;          ///< what was written, in words
    QString m_readFor;       ///< person whose draft was read
    bool m_lawRead = false;
    bool m_busy = false;
    bool m_draftFailed = false;
    QLabel* m_title;
    QLabel* m_error;
    QLabel* m_pathTitle;
    QVBoxLayout* m_mainColumn;
    QVBoxLayout* m_pathColumn;
    QWidget* m_main = nullptr;
    QWidget* m_path = nullptr;
    QWidget* m_clockBox = nullptr;
    QVBoxLayout* m_clockColumn = nullptr;
    QList<DateRow> m_dates;
    QList<QPushButton*> m_answers;
    QPushButton* m_again;
    QWidget* m_writer;
    QLabel* m_writerTitle;
    QComboBox* m_case;
    QLineEdit* m_name;
    QLineEdit* m_request;
    QCheckBox* m_redirect;
    QPushButton* m_write;
    QLabel* m_result;
    NoticePane* m_notice = nullptr;
};

} // namespace hall::desk
