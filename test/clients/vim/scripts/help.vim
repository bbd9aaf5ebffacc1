" The documentation: its tags are sound, and whatever can be used is in it.

function! Story() abort
  execute 'helptags' fnameescape($PLUGIN .. '/doc')
  let tags = map(readfile($PLUGIN .. '/doc/tags'), {_, line -> split(line, "\t")[0]})
  call assert_true(len(tags) > 60)
  help jira
  call assert_equal('help', &buftype)
  let text = join(getline(1, '$'), "\n")

  for subcommand in getcompletion('Jira ', 'cmdline')
    call assert_true(index(tags, ':Jira-' .. subcommand) >= 0, subcommand)
  endfor
  for line in split(execute('nmap'), "\n")
    let plug = matchstr(line, '<Plug>(jira-[^)]*)')
    call assert_true(plug ==# '' || index(tags, plug) >= 0, plug)
  endfor
  let sources = join(map(glob($PLUGIN .. '/**/*.vim', 1, 1) + glob($PLUGIN .. '/**/*.lua', 1, 1), 'join(readfile(v:val), "\n")'), "\n")
  for option in s:all(sources, 'g:jira_\w\+') + s:all(sources, 'get(g:, ''\zsjira_\w\+')
    let option = substitute(option, '^\%(g:\)\=', 'g:', '')
    call assert_true(index(tags, option) >= 0 || option ==# 'g:loaded_jira', option)
  endfor
  for event in s:all(sources, 'jira#events#emit(''\zs\w\+')
    call assert_true(index(tags, 'Jira' .. event) >= 0, event)
  endfor
  for tag in tags
    if tag =~# '^g:jira_'
      call assert_match(tag[2:], sources, 'an option that nothing reads')
    endif
  endfor
  " Every link to a place of its own leads there.
  for link in s:all(text, '|\zs\%(:Jira\|g:jira\|jira\|Jira\|<Plug>(jira\)[^|[:space:]]*\ze|')
    call assert_true(index(tags, link) >= 0, link)
  endfor
  call assert_equal([], filter(getline(1, '$'), 'strdisplaywidth(v:val) > 79'))
endfunction

function! s:all(text, pattern) abort
  let found = {}
  call substitute(a:text, a:pattern, '\=s:note(found, submatch(0))', 'g')
  return keys(found)
endfunction

function! s:note(found, text) abort
  let a:found[a:text] = 1
  return a:text
endfunction
