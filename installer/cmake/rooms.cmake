# One function per concern. Every target made here gets the house's warnings and strict Qt definitions.

add_library(house INTERFACE)
target_compile_features(house INTERFACE cxx_std_20)
target_include_directories(house INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(house INTERFACE
    -Wall -Wextra -Wpedantic -Werror -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
    -Wno-missing-field-initializers
    -fPIC) # of programs too: they share the precompiled headers of the libraries
target_compile_definitions(house INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS QT_NO_FOREACH QT_STRICT_ITERATORS
    QT_NO_URL_CAST_FROM_STRING QT_NO_CONTEXTLESS_CONNECT QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    # Qt 6.4 is the oldest that must do; what later ones call deprecated has no replacement there.
    QT_WARN_DEPRECATED_UP_TO=0x060400 QT_DEPRECATED_WARNINGS_SINCE=0x060400
    SIGNALBOX_VERSION="${PROJECT_VERSION}")
if(SIGNALBOX_SANITIZE)
    # GCC takes what a sanitizer adds for paths on which values are not set (its manual says so of this warning).
    target_compile_options(house INTERFACE -fsanitize=${SIGNALBOX_SANITIZE} -fno-omit-frame-pointer
        -Wno-maybe-uninitialized)
    target_link_options(house INTERFACE -fsanitize=${SIGNALBOX_SANITIZE})
endif()

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
    # What one preset compiled serves another, and a second checkout: paths are made relative before they are compared.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros
        CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${CCACHE_PROGRAM})
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        target_compile_options(house INTERFACE -fpch-preprocess)
    endif()
endif()

# Two precompiled headers, shared by all rooms: one over Qt Core, one over Qt Widgets.
function(add_shared_header name text)
    file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/${name}.cpp CONTENT "// Owns the shared precompiled header.\n")
    add_library(${name} STATIC ${CMAKE_BINARY_DIR}/${name}.cpp)
    set_target_properties(${name} PROPERTIES AUTOMOC OFF)
    target_link_libraries(${name} PRIVATE house ${ARGN})
    target_precompile_headers(${name} PRIVATE ${text})
endfunction()
add_shared_header(shared_core "${PROJECT_SOURCE_DIR}/app/base/precompiled.h" Qt6::Core)
if(BUILD_UI)
    add_shared_header(shared_widgets "${PROJECT_SOURCE_DIR}/ui/precompiled.h" Qt6::Core Qt6::Gui Qt6::Widgets)
endif()

# moc looks again at a target that got new files: by itself it only sees that known ones changed.
function(follow_new_files name sources)
    set(list ${CMAKE_CURRENT_BINARY_DIR}/${name}_files.txt)
    set(before "")
    if(EXISTS ${list})
        file(READ ${list} before)
    endif()
    if(NOT before STREQUAL sources)
        file(REMOVE ${CMAKE_CURRENT_BINARY_DIR}/${name}_autogen/timestamp)
        file(WRITE ${list} "${sources}")
    endif()
endfunction()

# add_room(NAME [ROOMS lower rooms…] [LIBS private libraries…] [PUBLIC_LIBS libraries…] [HEADER shared_core|shared_widgets|none])
# Builds every .cpp below the current folder that no deeper CMakeLists.txt claims; folder = target = namespace.
# ROOMS is the list that tests/layering.cmake holds the includes against.
function(add_room name)
    cmake_parse_arguments(room "" "HEADER" "ROOMS;LIBS;PUBLIC_LIBS" ${ARGN})
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/*.h)
    file(GLOB_RECURSE inner CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*/CMakeLists.txt)
    foreach(list IN LISTS inner)
        cmake_path(GET list PARENT_PATH folder)
        list(FILTER sources EXCLUDE REGEX "^${folder}/")
    endforeach()
    add_library(${name} STATIC ${sources})
    follow_new_files(${name} "${sources}")
    target_link_libraries(${name} PUBLIC house Qt6::Core ${room_PUBLIC_LIBS} ${room_ROOMS} PRIVATE ${room_LIBS})
    if(NOT room_HEADER)
        set(room_HEADER shared_core)
    endif()
    if(NOT room_HEADER STREQUAL "none")
        target_precompile_headers(${name} REUSE_FROM ${room_HEADER})
    endif()
    file(RELATIVE_PATH folder ${PROJECT_SOURCE_DIR} ${CMAKE_CURRENT_SOURCE_DIR})
    file(APPEND ${CMAKE_BINARY_DIR}/rooms.txt "${name};${folder};${room_ROOMS}\n")
endfunction()
file(WRITE ${CMAKE_BINARY_DIR}/rooms.txt "")

# add_kind(NAME [ROOMS …] [LIBS …]): one folder under app/kinds, one kind of automation; kinds.cpp is the table of contents.
function(add_kind name)
    cmake_parse_arguments(kind "" "" "ROOMS;LIBS" ${ARGN})
    add_room(kind_${name} ROOMS ${kind_ROOMS} engine store domain base LIBS ${kind_LIBS})
    target_link_libraries(kinds PRIVATE kind_${name})
endfunction()

# add_provider(NAME [ROOMS …] [LIBS …]): one folder under app/providers, one remote system; providers.cpp is the table of contents.
function(add_provider name)
    cmake_parse_arguments(provider "" "" "ROOMS;LIBS" ${ARGN})
    add_room(provider_${name} ROOMS ${provider_ROOMS} sync rest net domain base LIBS ${provider_LIBS})
    target_link_libraries(providers PRIVATE provider_${name})
endfunction()

# add_qt_test(NAME [GUI] [SESSION script] ROOMS …): one executable per folder of tests; the classes in it register
# themselves. The script is what it is started by.
function(add_qt_test name)
    cmake_parse_arguments(test "GUI" "TIMEOUT;SESSION" "ROOMS;LIBS" ${ARGN})
    file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/*.h)
    add_executable(${name} ${sources})
    follow_new_files(${name} "${sources}")
    target_link_libraries(${name} PRIVATE house ${test_ROOMS} ${test_LIBS})
    if(test_GUI)
        target_link_libraries(${name} PRIVATE test_main_gui)
        target_precompile_headers(${name} REUSE_FROM shared_widgets)
    else()
        target_link_libraries(${name} PRIVATE test_main)
        target_precompile_headers(${name} REUSE_FROM shared_core)
    endif()
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    if(NOT test_TIMEOUT)
        set(test_TIMEOUT 120)
    endif()
    add_test(NAME ${name} COMMAND ${test_SESSION} $<TARGET_FILE:${name}>)
    # A debugger that is asked for a trace of each crash takes minutes: the name of the function is enough here.
    set_tests_properties(${name} PROPERTIES TIMEOUT ${test_TIMEOUT} SKIP_RETURN_CODE 77
        ENVIRONMENT "QTEST_DISABLE_STACK_DUMP=1;QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;SIGNALBOX_RUNNER=${CMAKE_BINARY_DIR}/bin/signalbox-runner;SIGNALBOX_ARCHIVER=${CMAKE_BINARY_DIR}/bin/signalbox-archiver")
endfunction()

# add_bench(NAME SOURCES … ROOMS …): a program that prints figures and ratios; never a timed test.
function(add_bench name)
    cmake_parse_arguments(bench "" "" "SOURCES;ROOMS;LIBS" ${ARGN})
    add_executable(bench_${name} ${bench_SOURCES})
    target_link_libraries(bench_${name} PRIVATE house Qt6::Core ${bench_ROOMS} ${bench_LIBS})
    set_target_properties(bench_${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bench)
endfunction()
