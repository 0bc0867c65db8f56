// SPDX-License-Identifier: Apache-2.0
#include "app/providers/brahma/amounts.h"

#include "app/providers/brahma/words.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace providers::brahma {

namespace {

constexpr int coinDecimals = 18;
constexpr int usdcDecimals = 6;

struct Chain
{
    qint64 id;
    QLatin1StringView name;
    QLatin1StringView coin;
};
constexpr Chain chains[] = {
    {1, "Ethereum"_L1, "ETH"_L1},      {56, "BNB"_L1, "BNB"_L1},           {1329, "Sei, retired"_L1, "SEI"_L1},
    {1923, "Swellchain"_L1, "ETH"_L1}, {8453, "Base"_L1, "ETH"_L1},        {34443, "Mode"_L1, "ETH"_L1},
    {42161, "Arbitrum"_L1, "ETH"_L1},  {80094, "Berachain"_L1, "BERA"_L1}, {81457, "Blast"_L1, "ETH"_L1},
    {534352, "Scroll"_L1, "ETH"_L1},
};

const Chain *chainOf(qint64 id)
{
    const auto known = std::find_if(std::begin(chains), std::end(chains), [id](const Chain &c) { return c.id == id; });
    return known == std::end(chains) ? nullptr : known;
}

/// USDC and wrapped ether, where they are issued by their own makers.
Tokens wellKnown(qint64 chain)
{
    const Token usdc{u"USDC"_s, usdcDecimals};
    const Token weth{u"WETH"_s, coinDecimals};
    switch (chain) {
    case 1:
        return {{u"0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48"_s, usdc},
                {u"0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2"_s, weth}};
    case 8453:
        return {{u"0x833589fcd6edb6e08f4c7c32d4f71b54bda02913"_s, usdc},
                {u"0x4200000000000000000000000000000000000006"_s, weth}};
    case 42161:
        return {{u"0xaf88d065e77c8cc2239327c5edb3a432268e5831"_s, usdc},
                {u"0x82af49447d8a07e3bd95bd0d56f35241523fbab1"_s, weth}};
    default:
        return {};
    }
}

bool isDigits(const QString &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// The point moved to the left: these numbers are longer than any type of the machine.
QString shifted(const QString &units, int decimals)
{
    const QString digits = units.rightJustified(decimals + 1, u'0');
    QString whole = digits.chopped(decimals);
    QString part = digits.last(decimals);
    while (whole.size() > 1 && whole.startsWith(u'0')) {
        whole.remove(0, 1);
    }
    while (part.endsWith(u'0')) {
        part.chop(1);
    }
    return part.isEmpty() ? whole : whole + u'.' + part;
}

} // namespace

Tokens tokensOf(qint64 chain, const Tokens &own)
{
    Tokens all = wellKnown(chain);
    if (const Chain *known = chainOf(chain)) {
        all.insert(zeroAddress, {QString(known->coin), coinDecimals});
    }
    all.insert(own);
    return all;
}

QString amountText(const QString &units, const QString &address, const Tokens &tokens)
{
    const auto token = tokens.constFind(address.toLower());
    if (token == tokens.constEnd() || !isDigits(units)) {
        return u"%1 smallest units of %2"_s.arg(units, address);
    }
    return shifted(units, token->decimals) + u' ' + token->symbol;
}

QString humanAmountText(const QString &amount, const QString &address, const Tokens &tokens)
{
    const auto token = tokens.constFind(address.toLower());
    return token == tokens.constEnd() ? u"%1 of %2"_s.arg(amount, address) : amount + u' ' + token->symbol;
}

QString durationText(qint64 seconds)
{
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 60 * minute;
    constexpr qint64 day = 24 * hour;
    QStringList parts;
    for (const auto &[length, word] : {std::pair(day, u" d"_s), std::pair(hour, u" h"_s), std::pair(minute, u" min"_s),
                                       std::pair(qint64(1), u" s"_s)}) {
        if (seconds >= length) {
            parts.append(QString::number(seconds / length) + word);
        }
        seconds %= length;
    }
    return parts.isEmpty() ? u"0 s"_s : parts.first(std::min<qsizetype>(2, parts.size())).join(u' ');
}

QString chainText(qint64 chain)
{
    const Chain *known = chainOf(chain);
    return known ? u"%1 (%2)"_s.arg(QString(known->name)).arg(chain) : QString::number(chain);
}

} // namespace providers::brahma
