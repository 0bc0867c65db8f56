// SPDX-License-Identifier: Apache-2.0
#include "ui/log/find/findterms.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace ui {

using namespace Qt::StringLiterals;

search::Query termsOf(const QString &text, const search::Term &model, search::Combine combine)
{
    search::Query query{.terms = {}, .combine = combine};
    qsizetype at = 0;
    while (at < text.size()) {
        if (text[at].isSpace()) {
            ++at;
            continue;
        }
        search::Term term = model;
        const bool unwanted = text[at] == u'!' && at + 1 < text.size() && !text[at + 1].isSpace();
        term.sense = unwanted ? search::Sense::Unwanted : search::Sense::Wanted;
        at += unwanted ? 1 : 0;
        const bool quoted = text[at] == u'"';
        const qsizetype from = quoted ? at + 1 : at;
        at = from;
        while (at < text.size() && (quoted ? text[at] != u'"' : !text[at].isSpace()))
            ++at;
        term.text = text.sliced(from, at - from);
        at += quoted ? 1 : 0;
        if (!term.text.isEmpty())
            query.terms.append(term);
    }
    return query;
}

search::Query queryOf(const FindState &state)
{
    if (state.text.isEmpty())
        return {};
    const search::Term term{.text = state.text,
                            .syntax = state.regex ? search::Syntax::Regex : search::Syntax::Literal,
                            .letters = state.letters ? search::Case::Sensitive : search::Case::Insensitive,
                            .words = state.words ? search::Words::Whole : search::Words::Any};
    if (!state.several)
        return {.terms = {term}};
    return termsOf(state.text, term, state.any ? search::Combine::Any : search::Combine::All);
}

QString toText(const FindState &state)
{
    QJsonObject object{{u"text"_s, state.text}};
    for (const auto &[on, name] :
         {std::pair(state.letters, u"case"_s), std::pair(state.words, u"words"_s), std::pair(state.regex, u"regex"_s),
          std::pair(state.several, u"several"_s), std::pair(state.any, u"any"_s)}) {
        if (on)
            object.insert(name, true);
    }
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

FindState findStateFrom(const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    return {.text = object.value(u"text"_s).toString(),
            .letters = object.value(u"case"_s).toBool(),
            .words = object.value(u"words"_s).toBool(),
            .regex = object.value(u"regex"_s).toBool(),
            .several = object.value(u"several"_s).toBool(),
            .any = object.value(u"any"_s).toBool()};
}

} // namespace ui
