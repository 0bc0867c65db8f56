// SPDX-License-Identifier: Apache-2.0
// Processes of a run, from a folder that looks like the kernel's.
#include "models/processes/processtree.h"
#include "tests/support/registry.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

class Kernel
{
public:
    /// `name` is as in `stat`: in parentheses, and with anything inside.
    void add(int pid, int parent, const QByteArray &name, const QByteArray &environment, char state = 'S')
    {
        const QString folder = path() + u'/' + QString::number(pid);
        QVERIFY(QDir().mkpath(folder));
        write(folder + u"/stat"_s, QByteArray::number(pid) + " (" + name + ") " + state + ' ' +
                                       QByteArray::number(parent) +
                                       " 1 1 0 -1 0 0 0 0 0 150 50 0 0 20 0 1 0 9 4096 3 0");
        write(folder + u"/environ"_s, environment);
    }
    QString path() const { return m_folder.path(); }
    QStringList told(const QString &run) const
    {
        QStringList lines;
        for (const models::ProcessRow &row : models::processesOf(base::RunId(run), path())) {
            lines.append(u"%1%2 %3"_s.arg(QString(row.depth, u'-')).arg(row.pid).arg(row.name));
        }
        return lines;
    }

private:
    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    QTemporaryDir m_folder;
};

} // namespace

class ProcessTreeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTreeIsFoundByTheRunsIdAndWhatIsBelow()
    {
        Kernel kernel;
        const QByteArray mark("A=1\0SIGNALBOX_RUN_ID=run_a\0B=2", 31);
        kernel.add(10, 1, "worker", "PATH=/bin");
        kernel.add(20, 10, "sh", mark);
        kernel.add(31, 20, "a) b (c", mark);
        kernel.add(30, 20, "sudo", {}); // nobody may read its environment
        kernel.add(40, 30, "root's", {});
        kernel.add(50, 1, "orphan", "SIGNALBOX_RUN_ID=run_a");
        kernel.add(60, 20, "gone", mark, 'Z');
        kernel.add(70, 1, "other", "SIGNALBOX_RUN_ID=run_ab");
        kernel.add(80, 1, "talks", "NOTE=SIGNALBOX_RUN_ID=run_a");
        QCOMPARE(kernel.told(u"run_a"_s),
                 (QStringList{u"20 sh"_s, u"-30 sudo"_s, u"--40 root's"_s, u"-31 a) b (c"_s, u"50 orphan"_s}));
        QVERIFY(kernel.told(u"run_none"_s).isEmpty());
    }

    void whatItCostsIsRead()
    {
        Kernel kernel;
        kernel.add(20, 10, "sh", "SIGNALBOX_RUN_ID=run_a");
        const QList<models::ProcessRow> rows = models::processesOf(base::RunId(u"run_a"_s), kernel.path());
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().residentBytes, 3 * sysconf(_SC_PAGESIZE));
        QCOMPARE(rows.first().cpu.count(), 200 * 1000 / sysconf(_SC_CLK_TCK));
    }
};

REGISTER_TEST(ProcessTreeTest);
#include "test_processtree.moc"
