// Ways of running the whole reader.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "../dice.hpp"
#include "fenjie/reader.hpp"
#include "fenjie/writer.hpp"

/// The NDJSON of all records that `give` gives to a sink, with a place for every value.
std::string written(const std::function<void(fenjie::Sink&)>& give);
/// All records of a document as NDJSON, with a place for every value. `sizes` says in what pieces the
/// bytes are fed, over and over; empty: in one.
std::string all_records(std::string_view bytes, const std::vector<std::size_t>& sizes = {});
