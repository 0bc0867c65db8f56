// SPDX-License-Identifier: Apache-2.0
// A table as a file of comma-separated values.
#include "models/roles.h"
#include "tests/support/registry.h"
#include "tests/ui/panehouse.h"
#include "ui/panes/tableexport.h"

#include <QStandardItemModel>

using namespace Qt::StringLiterals;

namespace {

class TestTableExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellsAreWrittenAsRfc4180Says_data()
    {
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<QString>("cell");
        QTest::newRow("plain") << QVariant(u"plain"_s) << u"plain"_s;
        QTest::newRow("comma") << QVariant(u"a,b"_s) << u"\"a,b\""_s;
        QTest::newRow("quote") << QVariant(u"say \"hi\""_s) << u"\"say \"\"hi\"\"\""_s;
        QTest::newRow("line end") << QVariant(u"a\nb"_s) << u"\"a\nb\""_s;
        QTest::newRow("beyond ASCII") << QVariant(u"Zürich 東京"_s) << u"Zürich 東京"_s;
        QTest::newRow("number") << QVariant(qint64(41000)) << u"41000"_s;
        QTest::newRow("negative number") << QVariant(qint64(-5)) << u"-5"_s;
        QTest::newRow("formula") << QVariant(u"=1+1"_s) << u"'=1+1"_s;
        QTest::newRow("plus") << QVariant(u"+1"_s) << u"'+1"_s;
        QTest::newRow("minus") << QVariant(u"-rf"_s) << u"'-rf"_s;
        QTest::newRow("at") << QVariant(u"@SUM(A1)"_s) << u"'@SUM(A1)"_s;
        QTest::newRow("tab") << QVariant(u"\t=1"_s) << u"'\t=1"_s;
        QTest::newRow("return, in quotes") << QVariant(u"\r=1"_s) << u"\"'\r=1\""_s;
        QTest::newRow("formula, in quotes") << QVariant(u"=A1,B1"_s) << u"\"'=A1,B1\""_s;
        QTest::newRow("not at the start") << QVariant(u"a=1"_s) << u"a=1"_s;
    }
    void cellsAreWrittenAsRfc4180Says()
    {
        QFETCH(QVariant, value);
        QFETCH(QString, cell);
        m_table.setItem(0, 0, new QStandardItem);
        m_table.item(0, 0)->setData(value, models::RawRole);
        QCOMPARE(ui::asCsv(m_table), u"Name\r\n"_s + cell + u"\r\n"_s);
    }

    void rowsThatOnlyGroupAreLeftOut()
    {
        for (const models::RowKind kind :
             {models::CaptionRow, models::FoldedRow, models::UnfoldedRow, models::InnerRow}) {
            auto *item = new QStandardItem(u"row %1"_s.arg(int(kind)));
            item->setData(int(kind), models::RowKindRole);
            m_table.appendRow(item);
        }
        QCOMPARE(ui::asCsv(m_table), u"Name\r\nrow %1\r\nrow %2\r\n"_s.arg(models::FoldedRow).arg(models::InnerRow));
    }

    void aNewFileIsWritten()
    {
        m_table.appendRow(new QStandardItem(u"Zürich"_s));
        save();
        QVERIFY(m_answer && *m_answer);
        QCOMPARE((*m_answer)->rows, 1);
        QCOMPARE(content(), "Name\r\nZ\xC3\xBCrich\r\n");
        QVERIFY(m_house->prompts.asked.isEmpty());
    }

    void aFileIsReplacedOnlyWhenThePersonSaysSo()
    {
        m_table.appendRow(new QStandardItem(u"new"_s));
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("old") == 3);
        file.close();
        m_house->prompts.answer = 1; // Cancel
        save();
        QVERIFY(!m_answer);
        QCOMPARE(content(), "old");
        QCOMPARE(m_house->prompts.asked.size(), 1);
        QVERIFY2(m_house->prompts.asked[0].title.contains(u"table.csv"_s), qPrintable(m_house->prompts.asked[0].title));
        m_house->prompts.answer = 0;
        save();
        QVERIFY(m_answer && *m_answer);
        QCOMPARE(content(), "Name\r\nnew\r\n");
    }

    void whatCantBeWrittenIsSaid()
    {
        ui::saveCsv({nullptr, m_table, m_house->prompts}, m_house->folder.filePath(u"no/such/folder.csv"_s),
                    [this](const base::Result<ui::Export> &answer) { m_answer = answer; });
        QVERIFY(m_answer && !*m_answer);
        QVERIFY(m_answer->error().message().contains(u"no/such/folder.csv"_s));
    }

    void init()
    {
        m_house = std::make_unique<test::PaneHouse>();
        m_table.clear();
        m_table.setHorizontalHeaderLabels({u"Name"_s});
        m_answer.reset();
    }
    void cleanup() { m_house.reset(); }

private:
    QString path() const { return m_house->folder.filePath(u"table.csv"_s); }
    void save()
    {
        ui::saveCsv({nullptr, m_table, m_house->prompts}, path(),
                    [this](const base::Result<ui::Export> &answer) { m_answer = answer; });
    }
    QByteArray content() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<test::PaneHouse> m_house;
    QStandardItemModel m_table;
    std::optional<base::Result<ui::Export>> m_answer;
};

REGISTER_TEST(TestTableExport);

} // namespace

#include "test_tableexport.moc"
