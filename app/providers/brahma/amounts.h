// SPDX-License-Identifier: Apache-2.0
// Amounts of tokens, lengths of time and names of chains as people read them. Pure.
#pragma once

#include <QHash>
#include <QString>

namespace providers::brahma {

inline constexpr int mostDecimals = 77; // of a number of 256 bits

struct Token
{
    QString symbol;
    int decimals = 0;
};
using Tokens = QHash<QString, Token>; // by address in lower case

/// `own` and the few that are known everywhere: the chain's coin under the zero address, USDC, WETH.
Tokens tokensOf(qint64 chain, const Tokens &own);

/// `0.002 ETH` of a number of smallest units; of a token that is not known the number as it is, and its address.
QString amountText(const QString &units, const QString &address, const Tokens &tokens);
/// The same of a number that has its decimals already.
QString humanAmountText(const QString &amount, const QString &address, const Tokens &tokens);

/// `2 d 3 h`, `4 min 59 s`; the two largest units.
QString durationText(qint64 seconds);
/// `Arbitrum (42161)`; the number alone of one that is not known.
QString chainText(qint64 chain);

} // namespace providers::brahma
