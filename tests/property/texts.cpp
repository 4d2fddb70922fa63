#include "texts.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace {

namespace fs = std::filesystem;

void add_folder(const fs::path& folder, bool ours, std::vector<Sample>& texts) {
  if (!fs::is_directory(folder)) {
    MESSAGE("left out, not there: " << folder.string());
    return;
  }
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) {
    std::ifstream in(file, std::ios::binary);
    texts.push_back({file.filename().string(), {std::istreambuf_iterator<char>(in), {}}, ours});
  }
}

}  // namespace

const std::vector<Sample>& all_texts() {
  static const std::vector<Sample> texts = [] {
    std::vector<Sample> all;
    add_folder(FENJIE_TEXTS, true, all);
    add_folder(FENJIE_SAMPLES, true, all);
    add_folder(FENJIE_CORPUS, false, all);
    return all;
  }();
  return texts;
}
