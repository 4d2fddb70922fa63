# Tests of the whole: command cases, samples, the tool as a process, the installed package.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
set(root ${PROJECT_SOURCE_DIR})
set(here ${CMAKE_CURRENT_SOURCE_DIR})

add_executable(run_cases cases/run.cpp cases/case_file.cpp $<TARGET_OBJECTS:fenjie_cli>)
fenjie_setup(run_cases)
target_link_libraries(run_cases PRIVATE fenjie::fenjie)

# The folder is the list, for cases and for samples.
file(GLOB files CONFIGURE_DEPENDS ${here}/cases/*.md ${root}/samples/*.txt)
foreach(file IN LISTS files)
  cmake_path(GET file STEM name)
  string(REGEX MATCH "samples|cases" kind ${file})
  add_test(NAME ${kind}/${name} COMMAND run_cases ${root} ${file})
endforeach()
add_test(NAME readme COMMAND run_cases ${root} ${root}/README.md)  # what it shows is what comes out

file(GLOB sources CONFIGURE_DEPENDS ${here}/unit/cli/*.cpp)
add_executable(unit_cli unit/main.cpp ${sources} $<TARGET_OBJECTS:fenjie_cli>)
fenjie_setup(unit_cli)
target_include_directories(unit_cli SYSTEM PRIVATE /usr/include/doctest)
target_link_libraries(unit_cli PRIVATE fenjie::fenjie)
target_compile_definitions(unit_cli PRIVATE FENJIE_SAMPLES="${root}/samples")
add_test(NAME unit_cli COMMAND unit_cli)

add_test(NAME grammars COMMAND fenjie_tool grammar test)
add_test(NAME layers COMMAND ${root}/scripts/check_layers.sh)
add_test(NAME process COMMAND Python3::Interpreter ${here}/whole/process.py $<TARGET_FILE:fenjie_tool>)
add_test(NAME shells COMMAND Python3::Interpreter ${here}/whole/shells.py $<TARGET_FILE:fenjie_tool>)
add_test(NAME schema COMMAND Python3::Interpreter ${here}/whole/schema.py $<TARGET_FILE:fenjie_tool> ${root}/samples)
set_tests_properties(schema PROPERTIES SKIP_RETURN_CODE 77)
add_test(NAME package COMMAND ${CMAKE_COMMAND} -DBUILD=${PROJECT_BINARY_DIR} -DWORK=${PROJECT_BINARY_DIR}/package
  -DCONFIG=$<CONFIG> -DCOMPILER=${CMAKE_CXX_COMPILER} "-DFLAGS=${CMAKE_CXX_FLAGS}" -DVERSION=${PROJECT_VERSION}
  -P ${here}/package/run.cmake)

# A hung tool fails its test; a sanitizer build on a busy machine is slow.
get_property(tests DIRECTORY PROPERTY TESTS)
set_tests_properties(${tests} PROPERTIES TIMEOUT 600)
