// SPDX-License-Identifier: Apache-2.0
#include "app/kinds/bundle/bundle.h"

#include "app/bundles/bundles.h"
#include "app/domain/input/secretrefs.h"
#include "app/engine/processjob.h"
#include "app/kinds/bundle/bundlejob.h"

using namespace Qt::StringLiterals;

namespace kinds {

namespace {

const QString everySecret = u"*"_s;

base::Status checkSecretNames(const QJsonArray &names)
{
    for (const QJsonValue name : names) {
        if (name != everySecret) {
            if (const base::Status named = domain::checkSecretName(name.toString()); !named) {
                base::Error error = named.error();
                error.field = u"params.secrets"_s;
                return error;
            }
        }
    }
    return {};
}

} // namespace

Bundle::Bundle() = default;

Bundle::~Bundle() = default;

domain::KindInfo Bundle::info() const
{
    return {.type = u"bundle"_s,
            .label = QT_TRANSLATE_NOOP("catalog", "Code bundle"),
            .icon = u"kind-bundle"_s,
            .fields = {{.name = u"code"_s,
                        .label = QT_TRANSLATE_NOOP("catalog", "Code"),
                        .help = QT_TRANSLATE_NOOP("catalog", "Files in JavaScript; index.js exports the handler."),
                        .type = domain::FieldType::Bundle},
                       {.name = u"secrets"_s,
                        .label = QT_TRANSLATE_NOOP("catalog", "Secrets"),
                        .help = QT_TRANSLATE_NOOP(
                            "catalog", "What the handler finds in event.secrets, one name a line; * stands for all."),
                        .type = domain::FieldType::Texts,
                        .fallback = QJsonArray{everySecret}}},
            .oneOf = {u"code"_s}};
}

base::Status Bundle::check(const domain::Automation &automation) const
{
    if (!automation.runAs.isEmpty()) {
        return base::invalid(u"run_as"_s, u"a code bundle can't run as somebody else; leave run_as empty"_s);
    }
    if (findNode().isEmpty()) {
        return base::invalid(u"type"_s, u"code bundles need Node, which was not found on this machine: install the "
                                        u"package nodejs, or set SIGNALBOX_NODE to the program"_s);
    }
    return checkSecretNames(automation.params.value("secrets"_L1).toArray());
}

bool Bundle::takesEverySecret(const domain::Automation &automation) const
{
    const QJsonValue names = automation.params.value("secrets"_L1);
    return names.isUndefined() || names.toArray().contains(everySecret);
}

std::unique_ptr<engine::Job> Bundle::makeJob(const engine::JobContext &context) const
{
    if (!m_bundles) {
        m_bundles = std::make_unique<const bundles::Bundles>(
            bundles::Archiver::locate(), context.storeDirectory + u"/cache/bundles"_s, context.clock);
    }
    return std::make_unique<BundleJob>(context, *m_bundles);
}

QString findNode()
{
    if (const QString told = qEnvironmentVariable("SIGNALBOX_NODE"); !told.isEmpty()) {
        return engine::findProgram(told);
    }
    const QString node = engine::findProgram(u"node"_s);
    return node.isEmpty() ? engine::findProgram(u"nodejs"_s) : node;
}

} // namespace kinds
