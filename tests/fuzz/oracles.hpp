// What must hold, whatever the input.
#pragma once

#include <kroniek/kroniek.hpp>

#include <string>
#include <string_view>

namespace fuzz {

// Ends the process, with the place and `what`, if it does not hold.
void require(bool holds, const char* what, std::string_view detail = {});

const kroniek::Pack& pack();

bool is_utf8(std::string_view text);
void require_json(std::string_view text);
// earliest <= latest, days in order, and its EDTF read again is the same date.
void require_date(const kroniek::DateValue& date);
// Blocks and places of a document that was read.
void require_document(const kroniek::Document& document);
// Every place is its text in the source, every date is one, and lines of NDJSON give the same extraction.
void require_extraction(const kroniek::Extraction& extraction, const kroniek::Document& document);
// In order, with ids of its own, and well formed in every format.
void require_timeline(const kroniek::Timeline& timeline);
// A finding of severity error stands for a document that was not read.
void require_ingested(const kroniek::Ingested& read);

}  // namespace fuzz
