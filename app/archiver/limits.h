// SPDX-License-Identifier: Apache-2.0
// How large a bundle may be, and how much the program that looks at it may use. Shared with its callers.
#pragma once

#include <cstdint>

namespace archiver {

inline constexpr std::int64_t mebibyte = 1024 * 1024;
inline constexpr std::int64_t mostPacked = 50 * mebibyte;    ///< Bytes of the zip file.
inline constexpr std::int64_t mostUnpacked = 512 * mebibyte; ///< Bytes of all its files together.
inline constexpr int mostEntries = 10000;
/// Unpacked to packed, of one file and of all, once above `ratioCounts` bytes: short files of blanks are no attack.
inline constexpr std::int64_t mostRatio = 200;
inline constexpr std::int64_t ratioCounts = mebibyte;
inline constexpr int longestName = 1000; ///< Bytes, folders included.
inline constexpr int longestPart = 255;  ///< Bytes of one part between slashes.

/// For whoever starts the program.
inline constexpr std::int64_t addressSpace = 256 * mebibyte;
inline constexpr std::int64_t fileSize = mostUnpacked + mebibyte;
inline constexpr int cpuSeconds = 20;

} // namespace archiver
