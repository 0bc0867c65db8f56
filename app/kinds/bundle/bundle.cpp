// SPDX-License-Identifier: Apache-2.0
#include "app/kinds/bundle/bundle.h"

#include "app/bundles/bundles.h"
#include "app/engine/processjob.h"
#include "app/kinds/bundle/bundlejob.h"

using namespace Qt::StringLiterals;

namespace kinds {

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
                        .type = domain::FieldType::Bundle}},
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
    return {};
}

std::unique_ptr<engine::Job> Bundle::makeJob(const engine::JobContext &context) const
{
    if (!m_bundles) {
        m_bundles = std::make_unique<const bundles::Bundles>(bundles::Archiver::locate(),
                                                             context.storeDirectory + u"/cache/bundles"_s);
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
