// Samples are public: tools run them (fenjie grammar test).
#pragma once

#include "fenjie/grammar_sample.hpp"
