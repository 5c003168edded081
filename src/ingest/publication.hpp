// When a document was published, from the places that say so.
#pragma once

#include "date_finder.hpp"

#include <kroniek/date.hpp>

#include <optional>
#include <string_view>

namespace kroniek {

// A date of metadata: EDTF day, month or year, a time stamp (its day as written), or words.
struct MetadataDate {
  std::optional<DateValue> value;
  bool impossible = false;  // it has the form of a date, but there is no such day
};
MetadataDate read_metadata_date(std::string_view text, const DateFinder& dates);

// " date 2025-02 ..." at the very start of a text.
struct FirstLineDate {
  std::size_t begin = 0, end = 0;  // of the date, in bytes of the text
  std::optional<DateValue> value;  // none: there is no such day
};
std::optional<FirstLineDate> read_first_line_date(std::string_view text);

}  // namespace kroniek
