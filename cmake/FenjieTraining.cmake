# The release build is laid out by what notices ask of it (g++'s -fprofile-use): what is asked most lies together and runs
# straight on, the rest is out of the way. A build inside the build, BUILD/training, makes a tool that counts its branches
# and has it read invented notices (Train.cmake); then the objects proper are compiled by these counts. The inner build has
# the same names as the outer one, since g++ tells functions of one file apart by the object's path.

# fenjie_profile(TARGETS...): these are what is counted, and compiled by the counts.
function(fenjie_profile)
  foreach(target ${ARGN})
    if(FENJIE_COUNTING)
      target_compile_options(${target} PRIVATE -w -fprofile-generate -fprofile-update=single)
      target_link_options(${target} PRIVATE -fprofile-generate)
    elseif(FENJIE_TRAINED)
      add_dependencies(${target} fenjie_training)
      # what no notice reached is compiled as ever
      target_compile_options(${target} PRIVATE -fprofile-use -fprofile-partial-training -Wno-missing-profile)
      # with counts g++ copies the ends of paths, and loops several times over: code that the processor has less room for
      target_compile_options(${target} PRIVATE -fno-tracer -fno-unroll-loops -fno-peel-loops)
    endif()
  endforeach()
endfunction()

# fenjie_training in the inner build: the counts that the tool leaves beside its objects, copied to the outer build.
function(fenjie_count_branches tool)
  set(stamp ${CMAKE_CURRENT_BINARY_DIR}/training.stamp)
  file(GLOB generator CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/scripts/generate*.py)
  add_custom_command(OUTPUT ${stamp}
    COMMAND ${CMAKE_COMMAND} -DTOOL=$<TARGET_FILE:${tool}> -DPYTHON=${Python3_EXECUTABLE} -DPROJECT=${PROJECT_SOURCE_DIR}
      -DFROM=${CMAKE_CURRENT_BINARY_DIR} -DTO=${FENJIE_COUNTING} -P ${PROJECT_SOURCE_DIR}/cmake/Train.cmake
    COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
    DEPENDS ${tool} ${generator} ${PROJECT_SOURCE_DIR}/cmake/Train.cmake VERBATIM)
  add_custom_target(fenjie_training DEPENDS ${stamp})
endfunction()

# fenjie_training in the outer build: the inner one, looked at in each build as to what is new.
function(fenjie_train)
  include(ExternalProject)
  set(settings)
  foreach(name CMAKE_BUILD_TYPE CMAKE_CXX_COMPILER CMAKE_CXX_COMPILER_LAUNCHER CMAKE_CXX_FLAGS CMAKE_CXX_FLAGS_RELEASE
      CMAKE_PREFIX_PATH CMAKE_TOOLCHAIN_FILE BUILD_SHARED_LIBS FENJIE_STATIC)
    if(DEFINED ${name})
      list(APPEND settings -D${name}:STRING=${${name}})
    endif()
  endforeach()
  ExternalProject_Add(fenjie_training
    PREFIX ${CMAKE_CURRENT_BINARY_DIR}/training SOURCE_DIR ${PROJECT_SOURCE_DIR}
    BINARY_DIR ${CMAKE_CURRENT_BINARY_DIR}/training
    CMAKE_CACHE_ARGS ${settings} -DFENJIE_TESTS:BOOL=OFF -DFENJIE_COUNTING:PATH=${CMAKE_CURRENT_BINARY_DIR}
    BUILD_COMMAND ${CMAKE_COMMAND} --build . --target fenjie_training
    BUILD_ALWAYS ON INSTALL_COMMAND "" EXCLUDE_FROM_ALL ON)
endfunction()
