# One setup for every target of the project (warnings, include paths), and one line per room.

function(fenjie_setup target)
  target_compile_features(${target} PUBLIC cxx_std_20)
  target_include_directories(${target} PUBLIC
    $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/src)
  if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
    target_compile_options(${target} PRIVATE -Wall -Wextra -Wshadow -Wconversion -Wpedantic
      -Wnon-virtual-dtor -Woverloaded-virtual $<$<BOOL:${FENJIE_WERROR}>:-Werror>)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
      # g++ 12 sees overlaps in std::string that are none (GCC bug 105329)
      target_compile_options(${target} PRIVATE -Wno-restrict)
      # two fields that are put into one vector to be written are read one by one soon, which waits for the write
      target_compile_options(${target} PRIVATE -fno-tree-slp-vectorize)
      # position-independent code would not inline what another library could replace
      target_compile_options(${target} PRIVATE -fno-semantic-interposition)
    endif()
  endif()
endfunction()

# fenjie_room(NAME [LIBRARIES...]): the objects of src/NAME/*.cpp. Third-party headers are system
# headers: their warnings are not ours.
function(fenjie_room name)
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${name}/*.cpp)
  if(NOT sources)
    set(sources ${PROJECT_SOURCE_DIR}/cmake/empty.cpp)
  endif()
  add_library(fenjie_${name} OBJECT ${sources})
  fenjie_setup(fenjie_${name})
  foreach(library ${ARGN})
    target_include_directories(fenjie_${name} SYSTEM PRIVATE
      $<TARGET_PROPERTY:${library},INTERFACE_INCLUDE_DIRECTORIES>)
    target_compile_definitions(fenjie_${name} PRIVATE
      $<TARGET_PROPERTY:${library},INTERFACE_COMPILE_DEFINITIONS>)
  endforeach()
endfunction()

# The folder is the list: whatever lies in FOLDER/*.toml becomes Grammar::builtin_sources(). A tool of
# the build turns the files into tables; it is made from the sources that read a user's grammar.
function(fenjie_embed_grammars target folder)
  set(room ${PROJECT_SOURCE_DIR}/src/grammar)
  set(sources compile/main compile/source automaton classes edges file keys loader mark_starts match_edges message node pattern values
      word_classes words)
  list(TRANSFORM sources REPLACE "(.+)" "${room}/\\1.cpp")
  list(APPEND sources ${PROJECT_SOURCE_DIR}/src/text/sieve.cpp)
  add_executable(fenjie_compile_grammars ${sources})
  fenjie_setup(fenjie_compile_grammars)
  target_compile_options(fenjie_compile_grammars PRIVATE -O1)  # runs a moment, once
  target_link_libraries(fenjie_compile_grammars PRIVATE PkgConfig::RE2)
  target_include_directories(fenjie_compile_grammars SYSTEM PRIVATE
    $<TARGET_PROPERTY:PkgConfig::TOMLPLUSPLUS,INTERFACE_INCLUDE_DIRECTORIES>)
  file(GLOB files CONFIGURE_DEPENDS ${folder}/*.toml)
  list(SORT files)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/grammars.cpp)
  add_custom_command(OUTPUT ${out} COMMAND fenjie_compile_grammars ${out} ${files}
    DEPENDS ${files} fenjie_compile_grammars VERBATIM)
  target_sources(${target} PRIVATE ${out})
endfunction()

# OpenCC's dictionaries for traditional → simplified and ICU's readings of characters become tables; a run that converts by
# OpenCC itself opens its library by the name that a linker would note.
function(fenjie_embed_text_tables target)
  set(room ${PROJECT_SOURCE_DIR}/src/text)
  add_executable(fenjie_compile_text ${room}/compile/main.cpp ${room}/compile/pinyin.cpp ${room}/compile/t2s.cpp
    ${room}/han_latin.cpp ${room}/pinyin.cpp)
  fenjie_setup(fenjie_compile_text)
  target_link_libraries(fenjie_compile_text PRIVATE PkgConfig::OPENCC ICU::uc ${CMAKE_DL_LIBS})
  foreach(table t2s pinyin)
    set(out ${CMAKE_CURRENT_BINARY_DIR}/${table}.cpp)
    add_custom_command(OUTPUT ${out} COMMAND fenjie_compile_text ${table} ${out} DEPENDS fenjie_compile_text VERBATIM)
    target_sources(${target} PRIVATE ${out})
  endforeach()
  execute_process(COMMAND ${CMAKE_OBJDUMP} -p ${OPENCC_LINK_LIBRARIES} OUTPUT_VARIABLE headers COMMAND_ERROR_IS_FATAL ANY)
  string(REGEX MATCH "SONAME +([^ \n]+)" found "${headers}")
  set_source_files_properties(${room}/opencc.cpp PROPERTIES
    COMPILE_DEFINITIONS FENJIE_OPENCC_LIBRARY="${CMAKE_MATCH_1}")
  set(FENJIE_OPENCC_LIBRARY ${CMAKE_MATCH_1} PARENT_SCOPE)
endfunction()

# fenjie_embed_file(TARGET FILE HEADER FUNCTION): FUNCTION(), declared in HEADER, gives the bytes of FILE.
function(fenjie_embed_file target file header function)
  get_filename_component(name ${file} NAME)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp)
  add_custom_command(OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -DOUT=${out} -DFILE=${file} -DHEADER=${header} -DFUNCTION=${function}
      -P ${PROJECT_SOURCE_DIR}/cmake/EmbedFile.cmake
    DEPENDS ${file} ${PROJECT_SOURCE_DIR}/cmake/EmbedFile.cmake VERBATIM)
  target_sources(${target} PRIVATE ${out})
endfunction()

# fenjie_quick_start(TOOL): less for the system to do before `main`.
function(fenjie_quick_start tool)
  # addresses to be set take a hundredth of the room, and there is less to read: glibc from 2.36 on
  if(NOT CMAKE_CROSSCOMPILING)
    include(CheckCXXSourceRuns)
    set(CMAKE_REQUIRED_LINK_OPTIONS LINKER:-z,pack-relative-relocs)
    check_cxx_source_runs("int one; int* volatile place = &one; int main() { return *place; }" FENJIE_PACKS_RELOCATIONS)
    if(FENJIE_PACKS_RELOCATIONS)
      target_link_options(${tool} PRIVATE LINKER:-z,pack-relative-relocs)
    endif()
  endif()
  # the linker writes its file in many pieces, and so the system keeps it in memory: it maps one that was written in one
  # go with fewer page faults
  if(UNIX)
    set(file $<TARGET_FILE:${tool}>)
    add_custom_command(TARGET ${tool} POST_BUILD
      COMMAND cp ${file} ${file}.whole COMMAND mv -f ${file}.whole ${file} VERBATIM)
  endif()
endfunction()
