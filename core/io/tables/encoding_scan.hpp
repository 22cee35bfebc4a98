// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>

namespace yiquan::io {

/// Checks a stream of bytes for UTF-8 (RFC 3629) and for the byte pattern of GB18030 at the same time.
/// Feed it pieces cut anywhere, then `finish()`.
class EncodingScan {
public:
    void feed(std::string_view piece) {
        std::size_t i = 0;
        while (i < piece.size()) {
            if (continuation_bytes_ == 0 && gb_place_ == 0) {
                i += ascii_run(piece.substr(i));
                if (i == piece.size()) break;
            }
            const auto byte = static_cast<std::uint8_t>(piece[i]);
            utf8(byte, offset_ + i);
            gb18030(byte);
            ++i;
        }
        offset_ += piece.size();
    }
    /// Counts what the end of the file cuts off as a fault.
    void finish() {
        if (continuation_bytes_ != 0) fault(offset_);
        if (gb_place_ != 0) gb_valid_ = false;
    }

    [[nodiscard]] bool valid_utf8() const { return faults_ == 0; }
    [[nodiscard]] bool valid_gb18030() const { return gb_valid_; }
    /// True for text whose letters are UTF-8 but for a few bytes. GB18030 text hardly ever forms the three-
    /// and four-byte sequences that are counted here.
    [[nodiscard]] bool damaged_utf8() const { return faults_ > 0 && long_letters_ > 4 * faults_; }
    /// True once there is no point in reading on: neither encoding, beyond doubt.
    [[nodiscard]] bool hopeless() const {
        constexpr std::uint64_t beyond_doubt = 1000;
        return !gb_valid_ && faults_ > beyond_doubt && long_letters_ < faults_;
    }
    /// Offset of the first byte that does not fit UTF-8.
    [[nodiscard]] std::optional<std::uint64_t> first_fault() const { return first_fault_; }

private:
    static std::size_t ascii_run(std::string_view text) {
        std::size_t i = 0;
        for (std::uint64_t word = 0; i + sizeof word <= text.size(); i += sizeof word) {
            std::memcpy(&word, text.data() + i, sizeof word);
            if ((word & 0x8080808080808080U) != 0) break;
        }
        while (i < text.size() && static_cast<std::uint8_t>(text[i]) < 0x80U) ++i;
        return i;
    }

    void fault(std::uint64_t at) {
        ++faults_;
        if (!first_fault_) first_fault_ = at;
        continuation_bytes_ = 0;
    }

    void utf8(std::uint8_t byte, std::uint64_t at) {
        if (continuation_bytes_ > 0) {
            if (byte >= lowest_ && byte <= highest_) {
                lowest_ = 0x80;
                highest_ = 0xBF;
                if (--continuation_bytes_ == 0 && long_letter_) ++long_letters_;
                return;
            }
            fault(at);
        }
        if (byte < 0x80U) return;
        lowest_ = 0x80;
        highest_ = 0xBF;
        long_letter_ = byte >= 0xE0U;
        if (byte >= 0xC2U && byte <= 0xDFU) {
            continuation_bytes_ = 1;
        } else if (byte >= 0xE0U && byte <= 0xEFU) {
            continuation_bytes_ = 2;
            if (byte == 0xE0U) lowest_ = 0xA0;   // no overlong forms
            if (byte == 0xEDU) highest_ = 0x9F;  // no surrogates
        } else if (byte >= 0xF0U && byte <= 0xF4U) {
            continuation_bytes_ = 3;
            if (byte == 0xF0U) lowest_ = 0x90;
            if (byte == 0xF4U) highest_ = 0x8F;
        } else {
            fault(at);
        }
    }

    /// Two bytes 81-FE 40-FE (not 7F), or four 81-FE 30-39 81-FE 30-39.
    void gb18030(std::uint8_t byte) {
        const bool lead = byte >= 0x81U && byte <= 0xFEU;
        const bool digit = byte >= 0x30U && byte <= 0x39U;
        switch (gb_place_) {
            case 0:
                if (lead) gb_place_ = 1;
                if (byte == 0x80U || byte == 0xFFU) gb_valid_ = false;
                break;
            case 1:
                gb_place_ = digit ? 2 : 0;
                if (!digit && (byte < 0x40U || byte == 0x7FU || byte == 0xFFU)) gb_valid_ = false;
                break;
            case 2:
                gb_place_ = lead ? 3 : 0;
                gb_valid_ = gb_valid_ && lead;
                break;
            default:
                gb_place_ = 0;
                gb_valid_ = gb_valid_ && digit;
        }
    }

    std::uint64_t offset_ = 0;
    std::optional<std::uint64_t> first_fault_;
    std::uint64_t faults_ = 0;
    std::uint64_t long_letters_ = 0;
    int continuation_bytes_ = 0;
    std::uint8_t lowest_ = 0x80;
    std::uint8_t highest_ = 0xBF;
    bool long_letter_ = false;
    int gb_place_ = 0;
    bool gb_valid_ = true;
};

}  // namespace yiquan::io
