// SPDX-License-Identifier: Apache-2.0
#include "ui/log/out/logzip.h"

#include "app/bundles/archiver.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QTemporaryDir>

namespace ui {

using namespace Qt::StringLiterals;

base::Result<SaveRequest> zipRequest(const domain::Run &run, const QString &path)
{
    // Beside the target, for there is room where somebody wants the zip to be.
    const auto folder = std::make_shared<QTemporaryDir>(QFileInfo(path).absolutePath() + u"/.signalbox-XXXXXX"_s);
    QFile details(folder->filePath(u"run.json"_s));
    if (!folder->isValid())
        return base::unavailable(path, folder->errorString());
    if (!details.open(QIODevice::WriteOnly) || details.write(QJsonDocument(domain::toJson(run)).toJson()) < 0)
        return base::unavailable(path, details.errorString());
    SaveRequest request{.run = run.id, .path = folder->filePath(u"log.txt"_s)};
    request.then = [folder, path, cancelled = request.cancelled]() -> base::Status {
        const bundles::Archiver archiver(bundles::Archiver::locate(), cancelled.get());
        TRY(const bundles::Verdict verdict, archiver.keep(folder->path(), path));
        if (verdict.refused)
            return base::invalid({}, verdict.refused->text());
        return {};
    };
    return request;
}

} // namespace ui
