# cmake -DOUT=FILE -DFILE=FILE -DHEADER=PATH -DFUNCTION=NAME -P EmbedFile.cmake: writes C++ in which
# NAME(), declared in HEADER, gives the bytes of FILE as a std::string_view.
file(READ ${FILE} hex HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
file(WRITE ${OUT} "#include \"${HEADER}\"

static const unsigned char bytes[] = {${bytes}0};

std::string_view ${FUNCTION}() { return {reinterpret_cast<const char*>(bytes), sizeof bytes - 1}; }
")
