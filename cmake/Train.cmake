# cmake -DTOOL=FILE -DPYTHON=FILE -DPROJECT=FOLDER -DFROM=FOLDER -DTO=FOLDER -P Train.cmake: the counting TOOL reads invented
# notices; the counts that it leaves beside its objects in FROM go to the same places in TO.
file(GLOB_RECURSE old ${FROM}/CMakeFiles/*.gcda)
if(old)
  file(REMOVE ${old})  # of other sources
endif()

# train(FORMAT [OPTIONS of scripts/generate.py]): reads a few megabytes, every layout among them. From a file: a pipe gives
# pieces of any size, and other counts each time.
function(train format)
  set(notices ${FROM}/notices.txt)
  execute_process(COMMAND ${PYTHON} ${PROJECT}/scripts/generate.py --size 3M --seed 7 ${ARGN}
    OUTPUT_FILE ${notices} ERROR_QUIET COMMAND_ERROR_IS_FATAL ANY)
  execute_process(COMMAND ${TOOL} -q -t ${format} ${notices} OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
  file(REMOVE ${notices})
endfunction()

foreach(format ndjson ndjson csv json md)
  train(${format})
endforeach()
train(ndjson --script hant)
train(ndjson --script hant --readings --shifted)
train(ndjson --encoding gb18030)
train(ndjson --encoding utf-16)
file(GLOB samples ${PROJECT}/samples/*)
foreach(sample ${samples})
  execute_process(COMMAND ${TOOL} -q ${sample} OUTPUT_QUIET ERROR_QUIET)
endforeach()

# Those of generated files would not fit: g++ tells their functions by where they lie, and they hold tables anyway.
file(GLOB_RECURSE counts RELATIVE ${FROM} ${FROM}/CMakeFiles/*.dir/src/*.gcda)
foreach(count ${counts})
  get_filename_component(folder ${count} DIRECTORY)
  file(COPY ${FROM}/${count} DESTINATION ${TO}/${folder})
endforeach()
