// SPDX-License-Identifier: Apache-2.0
#include "app/domain/input/secretrefs.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

constexpr qsizetype longestName = 100;

const QRegularExpression &namePattern()
{
    static const QRegularExpression pattern(QRegularExpression::anchoredPattern(u"[A-Za-z0-9_][A-Za-z0-9_.-]*"_s));
    return pattern;
}

const QRegularExpression &lentPattern()
{
    static const QRegularExpression pattern(QRegularExpression::anchoredPattern(u"(run_[0-9a-z]+)/[A-Z0-9_]+"_s));
    return pattern;
}

bool mayBeReferred(const QString &name)
{
    return isSecretName(name) || isLentName(name);
}

struct Reference
{
    qsizetype from = 0;
    qsizetype length = 0;
    QString name;
};

constexpr auto opening = "${secret:"_L1;

/// The next reference at or after `from`; of length 0 where it is broken.
std::optional<Reference> nextReference(const QString &text, qsizetype from)
{
    const qsizetype at = text.indexOf(opening, from);
    if (at < 0) {
        return std::nullopt;
    }
    const qsizetype end = text.indexOf(u'}', at);
    const QString name = end < 0 ? QString() : text.sliced(at + opening.size(), end - at - opening.size());
    return Reference{at, mayBeReferred(name) ? end + 1 - at : 0, name};
}

} // namespace

bool isSecretName(const QString &name)
{
    return name.size() <= longestName && namePattern().match(name).hasMatch();
}

base::Status checkSecretName(const QString &name)
{
    if (isSecretName(name)) {
        return {};
    }
    return base::invalid(
        u"name"_s, u"a secret's name has up to %1 letters, digits, _, . and -, and begins with none of . and -"_s.arg(
                       longestName));
}

QString secretReference(const QString &name)
{
    return opening + name + u'}';
}

std::optional<QString> referredSecret(const QString &text)
{
    const std::optional<Reference> reference = nextReference(text, 0);
    if (!reference || reference->from != 0 || reference->length != text.size()) {
        return std::nullopt;
    }
    return reference->name;
}

QStringList secretsIn(const QString &text)
{
    QStringList names;
    qsizetype at = 0;
    while (const std::optional<Reference> reference = nextReference(text, at)) {
        at = reference->from + std::max(reference->length, opening.size());
        if (reference->length > 0 && !names.contains(reference->name)) {
            names.append(reference->name);
        }
    }
    return names;
}

base::Status checkReferences(const QString &text)
{
    qsizetype at = 0;
    while (const std::optional<Reference> reference = nextReference(text, at)) {
        if (reference->length == 0) {
            base::Error error = base::invalid({}, u"${secret:…} must hold the name of a secret and end with }"_s);
            error.position = static_cast<int>(reference->from);
            return error;
        }
        at = reference->from + reference->length;
    }
    return {};
}

QString withSecrets(const QString &text, const QHash<QString, QString> &values)
{
    QString filled;
    qsizetype at = 0;
    while (const std::optional<Reference> reference = nextReference(text, at)) {
        const auto value = values.constFind(reference->name);
        const bool known = reference->length > 0 && value != values.constEnd();
        const qsizetype length = reference->length > 0 ? reference->length : opening.size();
        filled += text.sliced(at, reference->from - at);
        filled += known ? *value : text.sliced(reference->from, length);
        at = reference->from + length;
    }
    return filled + text.sliced(at);
}

bool canBeMasked(const QString &secret)
{
    const QStringList lines = secret.split(u'\n');
    return std::any_of(lines.begin(), lines.end(),
                       [](const QString &line) { return line.trimmed().toUtf8().size() >= shortestMasked; });
}

QString lentName(const QString &runId, const QString &variable)
{
    return runId + u'/' + variable;
}

bool isLentName(const QString &name)
{
    return lentPattern().match(name).hasMatch();
}

QString runOfLent(const QString &name)
{
    return lentPattern().match(name).captured(1);
}

QMap<QString, QString> withoutLent(const QMap<QString, QString> &arguments)
{
    QMap<QString, QString> kept;
    for (auto it = arguments.constBegin(); it != arguments.constEnd(); ++it) {
        if (!isLentName(referredSecret(*it).value_or(QString()))) {
            kept.insert(it.key(), *it);
        }
    }
    return kept;
}

} // namespace domain
