// SPDX-License-Identifier: Apache-2.0
// Code of automations at Defender: up, down and home. Zip files are looked into by the archiver only.
#pragma once

#include "app/bundles/bundles.h"
#include "app/providers/defender/service.h"

namespace providers::defender {

/// Lives no longer than the service.
class CodeDesk
{
public:
    explicit CodeDesk(Service &service);

    /// `given` is sent where the code there is other: by its digest, and then by its files, for who packed it there may
    /// have packed in another way. `{uploaded, digest, bytes, base64_bytes, warnings}`
    rest::Future<QJsonValue> upload(const QString &id, const rest::Future<bundles::Bundle> &given);
    /// Of a folder, a zip file, or an autotask's JSON.
    rest::Future<bundles::Bundle> fromPath(const QString &path);
    rest::Future<bundles::Bundle> fromCode(const QString &base64);
    /// `{code, digest, bytes}`
    rest::Future<QJsonValue> download(const QString &id);
    /// An automation of this machine, paused, ready to be created. What has no counterpart here its description names.
    rest::Future<QJsonValue> bringHome(const QString &id);

private:
    rest::Future<bundles::Bundle> sound(const bundles::Bundle &bundle);
    rest::Future<bool> isThere(const QJsonObject &item, const bundles::Bundle &bundle);

    Service &m_service;
    bundles::Bundles m_bundles;
};

} // namespace providers::defender
