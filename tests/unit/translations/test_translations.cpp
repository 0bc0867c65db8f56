// SPDX-License-Identifier: Apache-2.0
#include "tests/support/registry.h"
#include "translations/words.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

struct Message
{
    QString context;
    QString source;
    QStringList forms; ///< one, or one for each plural
    QString state;     ///< empty: finished
    bool counts = false;

    QString key() const { return context + u": "_s + source; }
};

void readMessage(QXmlStreamReader &xml, Message &message)
{
    message.counts = xml.attributes().value("numerus"_L1) == "yes"_L1;
    while (xml.readNextStartElement()) {
        if (xml.name() == "source"_L1) {
            message.source = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            message.state = xml.attributes().value("type"_L1).toString();
            if (!message.counts) {
                message.forms.append(xml.readElementText());
                continue;
            }
            while (xml.readNextStartElement()) {
                message.forms.append(xml.readElementText());
            }
        } else {
            xml.skipCurrentElement();
        }
    }
}

/// Fails the test that asks, by being empty, where the file is no XML.
QList<Message> messagesOf(const QString &name)
{
    QFile file(QDir(WORDS ""_L1).filePath(name));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    QString context;
    xml.readNextStartElement();
    while (xml.readNextStartElement()) {
        while (xml.readNextStartElement()) {
            if (xml.name() == "name"_L1) {
                context = xml.readElementText();
            } else if (xml.name() == "message"_L1) {
                messages.append({.context = context});
                readMessage(xml, messages.last());
            } else {
                xml.skipCurrentElement();
            }
        }
    }
    return xml.hasError() ? QList<Message>() : messages;
}

/// Sorted: another language may have them in another order.
QStringList all(const QString &pattern, const QString &text)
{
    QStringList found;
    for (auto matches = QRegularExpression(pattern).globalMatch(text); matches.hasNext();) {
        found.append(matches.next().captured());
    }
    found.sort();
    return found;
}

/// What is wrong with one form; empty if nothing is.
QString flawOf(const Message &message, const QString &form)
{
    // One thing may be told without its number: the last run.
    const QString places = message.counts && form == message.forms.first() ? u"%L?\\d+"_s : u"%L?(?:\\d+|n)"_s;
    if (form.isEmpty()) {
        return u"has no words"_s;
    }
    if (all(places, form) != all(places, message.source)) {
        return u"has other placeholders"_s;
    }
    if (all(u"&(?=\\w)"_s, form) != all(u"&(?=\\w)"_s, message.source)) {
        return u"has another number of access keys"_s;
    }
    return form.endsWith(u'…') == message.source.endsWith(u'…') ? QString() : u"ends another way"_s;
}

QString flawOf(const Message &message)
{
    if (!message.state.isEmpty()) {
        return message.state;
    }
    if (message.forms.size() != (message.counts ? 2 : 1)) {
        return u"has another number of forms"_s;
    }
    for (const QString &form : message.forms) {
        if (const QString flaw = flawOf(message, form); !flaw.isEmpty()) {
            return flaw;
        }
    }
    return {};
}

} // namespace

class TranslationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMessageIsWhole_data()
    {
        QTest::addColumn<QString>("file");
        for (const QString &name : QDir(WORDS ""_L1).entryList({u"*.ts"_s})) {
            QTest::addRow("%s", qPrintable(name)) << name;
        }
    }

    void everyMessageIsWhole()
    {
        QFETCH(const QString, file);
        QStringList flaws;
        const QList<Message> messages = messagesOf(file);
        QVERIFY(!messages.isEmpty());
        for (const Message &message : messages) {
            if (const QString flaw = flawOf(message); !flaw.isEmpty()) {
                flaws.append(message.key() + u" – "_s + flaw);
            }
        }
        QVERIFY2(flaws.isEmpty(), qPrintable(flaws.join(u'\n')));
    }

    void englishCountsWhatGermanCounts()
    {
        QSet<QString> english;
        for (const Message &message : messagesOf(u"signalbox_en.ts"_s)) {
            english.insert(message.key());
        }
        QStringList missing;
        for (const Message &message : messagesOf(u"signalbox_de.ts"_s)) {
            if (message.counts && !english.remove(message.key())) {
                missing.append(message.key());
            }
        }
        QCOMPARE(missing, QStringList());
        QCOMPARE(english, QSet<QString>()); // what nobody asks for any more
    }

    void whatIsCompiledInIsWhatTheFileSays()
    {
        QTranslator german;
        QVERIFY(translations::load(german, QLocale(QLocale::German)));
        for (const Message &message : messagesOf(u"signalbox_de.ts"_s)) {
            const QString words =
                german.translate(message.context.toUtf8().constData(), message.source.toUtf8().constData(), nullptr,
                                 message.counts ? 2 : -1);
            QCOMPARE(words, message.forms.last());
        }
    }
};

REGISTER_TEST(TranslationsTest);

#include "test_translations.moc"
