" What others call: the command, the mappings and the functions of options. All of it is in :help jira.

" :Jira
function! jira#run(mods, count, line1, line2, args) abort
  let range = a:count > 0 ? getline(a:line1, a:line2) : []
  call jira#command#run(a:mods, a:args, range)
endfunction

" The completion of :Jira.
function! jira#complete(lead, line, position) abort
  return join(jira#command#complete(a:lead, strpart(a:line, 0, a:position)), "\n")
endfunction

" For 'statusline': `%{jira#statusline()}`. It loads and starts nothing more.
function! jira#statusline() abort
  let state = jira#agent#state()
  if state ==# 'off'
    return jira#agent#problem() ==# '' ? '' : 'Jira: no agent'
  endif
  let ill = filter(copy(jira#providers#all()), 'v:val.state !=# "connected"')
  let text = empty(ill) ? 'Jira' : 'Jira: ' .. (ill[0].state ==# 'unreachable' ? 'offline' : 'sign in')
  return text .. (state ==# 'starting' || jira#agent#is_busy() ? jira#text#symbol('…', '...') : '')
endfunction

" For 'omnifunc': keys of issues, by what is typed of a key or of a summary.
function! jira#omnifunc(findstart, base) abort
  return jira#lsp#completion#complete(a:findstart, a:base)
endfunction

" For 'completefunc'.
function! jira#completefunc(findstart, base) abort
  return jira#lsp#completion#complete(a:findstart, a:base)
endfunction

" <Plug>(jira-hover)
function! jira#hover() abort
  call jira#editor#hover()
endfunction

" <Plug>(jira-actions)
function! jira#actions() abort
  call jira#editor#actions()
endfunction

" <Plug>(jira-open)
function! jira#open_link() abort
  call jira#editor#open_link()
endfunction

" FileType, with g:jira_autostart.
function! jira#autostart(filetype) abort
  if &buftype ==# '' && index(g:jira_autostart, a:filetype) + index(g:jira_autostart, '*') > -2
    call jira#agent#start()
  endif
endfunction
