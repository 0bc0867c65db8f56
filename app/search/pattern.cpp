// SPDX-License-Identifier: Apache-2.0
#include "app/search/pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <algorithm>
#include <array>

namespace search {

using namespace Qt::StringLiterals;

namespace {

/// Per match: a few milliseconds at most, so that a search can always be stopped soon.
constexpr uint32_t mostSteps = 200'000;
constexpr uint32_t mostHeapKiB = 2048;
constexpr qsizetype firstPiece = 4 << 10;
constexpr size_t leastStack = 32 << 10;
constexpr size_t mostStack = 512 << 10;

/// A shorter one is in too many lines.
constexpr qsizetype shortestBeginning = 3;

/// Where several texts begin alike, their beginning stands before them: one text is found faster than several, and
/// where it is as rare in the lines at hand, it is what is looked for.
QList<OneOf> withBeginnings(const QList<OneOf> &required)
{
    QList<OneOf> all;
    for (const OneOf &texts : required) {
        const auto [least, most] = std::minmax_element(texts.cbegin(), texts.cend());
        const auto parted = std::mismatch(least->cbegin(), least->cend(), most->cbegin(), most->cend());
        const qsizetype alike = parted.first - least->cbegin();
        if (texts.size() > 1 && alike >= shortestBeginning) {
            all.append({least->first(alike)});
        }
        all.append(texts);
    }
    return all;
}

struct FreeCode
{
    void operator()(pcre2_code *code) const { pcre2_code_free(code); }
};
using Code = std::unique_ptr<pcre2_code, FreeCode>;

bool hasMachineCode(const pcre2_code *code)
{
    size_t size = 0;
    return pcre2_pattern_info(code, PCRE2_INFO_JITSIZE, &size) == 0 && size > 0;
}

struct FreeCompileContext
{
    void operator()(pcre2_compile_context *context) const { pcre2_compile_context_free(context); }
};

QString messageOf(int code)
{
    std::array<PCRE2_UCHAR, 256> text{};
    pcre2_get_error_message(code, text.data(), text.size());
    return QString::fromUtf8(reinterpret_cast<const char *>(text.data()));
}

base::Result<Code> compiled(const QByteArray &expression, uint32_t options)
{
    const std::unique_ptr<pcre2_compile_context, FreeCompileContext> context(pcre2_compile_context_create(nullptr));
    pcre2_set_newline(context.get(), PCRE2_NEWLINE_LF);
    int error = 0;
    PCRE2_SIZE place = 0;
    Code code(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(expression.constData()), size_t(expression.size()), options,
                            &error, &place, context.get()));
    if (!code) {
        base::Error problem = base::invalid(u"pattern"_s, u"not a regular expression: %1"_s.arg(messageOf(error)));
        problem.position = int(QString::fromUtf8(expression.first(qsizetype(place))).size());
        return problem;
    }
    pcre2_jit_compile(code.get(), PCRE2_JIT_COMPLETE); // Without it matching is slower, and still right.
    return code;
}

QString escaped(const QString &text)
{
    QString result;
    for (const QChar c : text) {
        if (c.unicode() < 0x80 && !c.isLetterOrNumber()) {
            result += u'\\';
        }
        result += c;
    }
    return result;
}

bool isAscii(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() < 0x80; });
}

} // namespace

/// The same expression twice: over characters, and over bytes for texts that are nothing but ASCII, which is faster.
struct Pattern::Codes
{
    Code characters;
    Code bytes;
    bool quickBytes = false; ///< The second has machine code.
};

class Scratch::Private
{
public:
    Private()
        : match(pcre2_match_data_create(1, nullptr)),
          context(pcre2_match_context_create(nullptr)),
          stack(pcre2_jit_stack_create(leastStack, mostStack, nullptr))
    {
        pcre2_set_match_limit(context, mostSteps);
        pcre2_set_heap_limit(context, mostHeapKiB);
        pcre2_jit_stack_assign(context, nullptr, stack);
    }
    ~Private()
    {
        pcre2_match_data_free(match);
        pcre2_match_context_free(context);
        pcre2_jit_stack_free(stack);
    }
    Q_DISABLE_COPY_MOVE(Private)

    pcre2_match_data *match;
    pcre2_match_context *context;
    pcre2_jit_stack *stack;
};

Scratch::Scratch() : m_piece(firstPiece) {}

Scratch::~Scratch() = default;
Scratch::Scratch(Scratch &&) noexcept = default;
Scratch &Scratch::operator=(Scratch &&) noexcept = default;

const Scratch::Private &Scratch::matching()
{
    if (!d) {
        d = std::make_unique<Private>();
    }
    return *d;
}

base::Result<Pattern> Pattern::compile(const Term &term)
{
    if (term.text.isEmpty()) {
        return base::invalid(u"pattern"_s, u"nothing to look for"_s);
    }
    if (term.text.contains(u'\n')) {
        return base::invalid(u"pattern"_s, u"a line holds no line end; look for one line"_s);
    }
    const bool literal = term.syntax == Syntax::Literal;
    const QString expression = literal ? escaped(term.text) : term.text;
    Pattern pattern;
    pattern.m_letters = term.letters;
    const bool asWritten = literal && term.letters == Case::Sensitive;
    pattern.m_required = asWritten ? QList<OneOf>{{term.text.toUtf8()}} : requiredTexts(expression);
    const OneOf exact = asWritten ? pattern.m_required.first() : exactTexts(expression);
    pattern.m_marks = marksOf(exact.isEmpty() ? withBeginnings(pattern.m_required) : QList<OneOf>{exact}, term.letters);
    pattern.m_isText = !exact.isEmpty() && term.letters == Case::Sensitive && term.words == Words::Any;
    pattern.m_staysInLine = staysInLine(expression);
    if (asWritten && pattern.m_isText) {
        return pattern;
    }
    CHECK(pattern.compileCodes(expression, term));
    return pattern;
}

base::Status Pattern::compileCodes(const QString &expression, const Term &term)
{
    if (expression.startsWith("(*"_L1)) {
        return base::invalid(u"pattern"_s, u"not a regular expression: it begins with a verb in (*…)"_s);
    }
    const uint32_t letters = term.letters == Case::Insensitive ? PCRE2_CASELESS : 0;
    const uint32_t bytes = PCRE2_MULTILINE | PCRE2_NEVER_BACKSLASH_C | letters;
    const uint32_t characters = bytes | PCRE2_UTF | PCRE2_UCP | PCRE2_MATCH_INVALID_UTF;
    auto codes = std::make_shared<Codes>();
    TRY(codes->characters, compiled(expression.toUtf8(), characters)); // Alone first: errors name its own places.
    QString whole = expression;
    if (term.words == Words::Whole) {
        whole = u"(?<!\\w)(?:%1)(?!\\w)"_s.arg(expression);
        TRY(codes->characters, compiled(whole.toUtf8(), characters));
    }
    if (isAscii(whole)) {
        // Fails where the expression needs characters beyond a byte; then there is only the other.
        if (auto code = compiled(whole.toLatin1(), bytes)) {
            codes->bytes = std::move(code.value());
            codes->quickBytes = hasMachineCode(codes->bytes.get());
        }
    }
    m_codes = std::move(codes);
    return {};
}

base::Result<Span> Pattern::find(const Subject &line, qsizetype from, Scratch &scratch) const
{
    if (m_codes) {
        return match(line, from, scratch);
    }
    const Needle &text = std::get<Needle>(m_marks.first());
    const qsizetype at = text.find(line.text, from);
    return at < 0 ? Span() : Span{at, at + text.text().size()};
}

bool Pattern::mayMatch(const TextFilter &filter) const
{
    // Beyond ASCII there are characters that are a letter of ASCII in another case, such as the sign of the kelvin.
    if (m_letters == Case::Insensitive && !filter.isAscii()) {
        return true;
    }
    return std::all_of(m_required.cbegin(), m_required.cend(), [&filter](const OneOf &texts) {
        return std::any_of(texts.cbegin(), texts.cend(),
                           [&filter](const QByteArray &text) { return filter.mayHold(text); });
    });
}

base::Result<Span> Pattern::match(const Subject &subject, qsizetype from, Scratch &scratch) const
{
    const bool bytes = subject.ascii && m_codes->bytes;
    const pcre2_code *code = bytes ? m_codes->bytes.get() : m_codes->characters.get();
    const Scratch::Private &mine = scratch.matching();
    // Where every byte is a character there is nothing to check first.
    const auto run = bytes && m_codes->quickBytes ? pcre2_jit_match : pcre2_match;
    const int result = run(code, reinterpret_cast<PCRE2_SPTR>(subject.text.data()), size_t(subject.text.size()),
                           size_t(from), 0, mine.match, mine.context);
    if (result == PCRE2_ERROR_NOMATCH) {
        return Span();
    }
    if (result < 0) {
        return base::invalid(u"pattern"_s,
                             u"it needs too many steps for one line (%1); make it simpler"_s.arg(messageOf(result)));
    }
    const PCRE2_SIZE *const ends = pcre2_get_ovector_pointer(mine.match);
    // \K may put the start behind the end.
    return Span{qsizetype(std::min(ends[0], ends[1])), qsizetype(ends[1])};
}

} // namespace search
