# cmake -DBUILD=DIR -DWORK=DIR -DCONFIG=… -DCOMPILER=… -DFLAGS=… -DVERSION=… -P run.cmake
# Installs the build into WORK and lets a project of somebody else's find it there.
file(REMOVE_RECURSE ${WORK})
function(must)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE result OUTPUT_VARIABLE out ERROR_VARIABLE out)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "${ARGN}\n${out}")
  endif()
endfunction()

must(${CMAKE_COMMAND} --install ${BUILD} --prefix ${WORK}/prefix --config ${CONFIG})
must(${CMAKE_COMMAND} -S ${CMAKE_CURRENT_LIST_DIR} -B ${WORK}/build -G Ninja -DCMAKE_BUILD_TYPE=${CONFIG}
  -DCMAKE_PREFIX_PATH=${WORK}/prefix -DCMAKE_CXX_COMPILER=${COMPILER} -DCMAKE_CXX_FLAGS=${FLAGS}
  -DWANTED_VERSION=${VERSION})
must(${CMAKE_COMMAND} --build ${WORK}/build)
must(${WORK}/build/consumer)
must(${WORK}/prefix/bin/fenjie --version)
foreach(file man/man1/fenjie.1 bash-completion/completions/fenjie zsh/site-functions/_fenjie
             fish/vendor_completions.d/fenjie.fish)
  file(SIZE ${WORK}/prefix/share/${file} size)
  if(size LESS 1000)
    message(FATAL_ERROR "${file}: ${size} bytes")
  endif()
endforeach()
