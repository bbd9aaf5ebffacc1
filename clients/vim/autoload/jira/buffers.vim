" The buffers of this plugin, by their names:
"
"   jira://issues/1                     a list of issues
"   jira://PROVIDER/ABC-1.md            an issue
"   jira://PROVIDER/ABC-1/comment       a comment that is being written
"   jira://PROVIDER/ABC/new/10001       an issue that is being written
"   jira:///doctor                      anything else, to be read once

" BufReadCmd.
function! jira#buffers#read(name) abort
  let place = s:place(a:name)
  setlocal nomodeline noundofile
  if place.kind ==# 'list'
    call jira#list#read()
  elseif place.kind ==# 'page'
    call jira#page#read(place.provider, place.key)
  elseif place.kind ==# 'draft'
    call jira#draft#read()
  else
    setlocal buftype=nofile bufhidden=wipe noswapfile undolevels=-1
  endif
endfunction

" BufWriteCmd.
function! jira#buffers#write(name) abort
  if s:place(a:name).kind ==# 'draft'
    call jira#draft#write(s:exact(a:name))
  else
    call jira#ui#error('This is not written back to Jira; `c` writes a comment.')
  endif
endfunction

function! s:place(name) abort
  if a:name =~# '^jira://issues/\d\+$'
    return {'kind': 'list'}
  endif
  let page = matchlist(a:name, '^jira://\([^/]\+\)/\([^/]\+\)\.md$')
  if !empty(page)
    return {'kind': 'page', 'provider': jira#text#decode(page[1]), 'key': jira#text#decode(page[2])}
  endif
  return {'kind': a:name =~# '^jira://[^/]\+/[^/]\+/\%(comment\|new/[^/]\+\)$' ? 'draft' : 'scratch'}
endfunction

" The name of the buffer for a `jira:` URI of the agent, and the other way round.
function! jira#buffers#name(uri) abort
  return substitute(a:uri, '^jira:/*', 'jira://', '')
endfunction

function! jira#buffers#uri(name) abort
  return substitute(a:name, '^jira:/*', 'jira:/', '')
endfunction

function! jira#buffers#page_name(provider, key) abort
  return 'jira://' .. s:part(a:provider) .. '/' .. s:part(a:key) .. '.md'
endfunction

function! jira#buffers#comment_name(provider, key) abort
  return 'jira://' .. s:part(a:provider) .. '/' .. s:part(a:key) .. '/comment'
endfunction

function! jira#buffers#new_name(provider, project, type) abort
  return 'jira://' .. s:part(a:provider) .. '/' .. s:part(a:project) .. '/new/' .. s:part(a:type)
endfunction

function! s:part(text) abort
  return substitute(a:text, '[^A-Za-z0-9._~-]', '\=jira#text#encode(submatch(0)) ==# submatch(0) ? printf("%%%02X", char2nr(submatch(0))) : jira#text#encode(submatch(0))', 'g')
endfunction

" Goes to a buffer: to its window where it has one, else to a window that {mods} (see :help <mods>) makes; 'here' is the
" current one.
function! jira#buffers#show(mods, name) abort
  let buffer = s:exact(a:name)
  let window = buffer > 0 ? bufwinid(buffer) : -1
  if window > 0 && a:mods ==# ''
    call win_gotoid(window)
    return
  endif
  " A window of ours is used again, unless another was asked for.
  let edit = a:mods ==# '' && exists('b:jira') && !&modified ? 'edit' : a:mods .. ' ' .. get(g:, 'jira_split', 'split')
  if a:mods ==# 'here'
    let edit = 'edit'
  endif
  execute edit fnameescape(a:name)
endfunction

" The number of the buffer of just this name; 0 where there is none.
function! s:exact(name) abort
  return get(map(filter(getbufinfo(), {_, each -> bufname(each.bufnr) ==# a:name}), 'v:val.bufnr'), 0, 0)
endfunction

" Replaces all that a buffer holds.
function! jira#buffers#set_lines(buffer, lines) abort
  if !bufloaded(a:buffer)
    return
  endif
  call setbufvar(a:buffer, '&modifiable', 1)
  let before = len(getbufline(a:buffer, 1, '$'))
  call setbufline(a:buffer, 1, empty(a:lines) ? [''] : a:lines)
  if before > len(a:lines)
    silent call deletebufline(a:buffer, max([1, len(a:lines)]) + 1, '$')
  endif
  call setbufvar(a:buffer, '&modifiable', 0)
  call setbufvar(a:buffer, '&modified', 0)
endfunction

" A buffer that shows lines and nothing else. Its mappings are those of every buffer of ours.
function! jira#buffers#scratch(mods, name, lines, ...) abort
  call jira#buffers#show(a:mods, 'jira:///' .. a:name)
  let b:jira = {'kind': 'scratch'}
  let &l:filetype = get(a:000, 0, 'jira')
  call jira#buffers#set_lines(bufnr('%'), a:lines)
  call jira#keymaps#define()
endfunction

" What a buffer is: a dictionary with {kind}; {} where it is none of ours.
function! jira#buffers#of(buffer) abort
  let jira = getbufvar(a:buffer, 'jira', {})
  return type(jira) == v:t_dict ? jira : {}
endfunction

" Calls {Act} with the number of each loaded buffer of a kind.
function! jira#buffers#each(kind, Act) abort
  for buffer in getbufinfo({'bufloaded': 1})
    if get(jira#buffers#of(buffer.bufnr), 'kind', '') ==# a:kind
      call a:Act(buffer.bufnr)
    endif
  endfor
endfunction

" The agent tells that a document has changed.
function! jira#buffers#changed(uri) abort
  let buffer = s:exact(jira#buffers#name(a:uri))
  if buffer > 0 && bufloaded(buffer)
    call jira#page#reload(buffer)
  endif
endfunction

" An issue is no longer what it was: as it is now, in every list; and its page anew.
function! jira#buffers#issue_changed(issue) abort
  call jira#buffers#each('list', {buffer -> jira#list#update(buffer, a:issue)})
  call jira#buffers#changed('jira:/' .. s:part(a:issue.provider) .. '/' .. s:part(a:issue.key) .. '.md')
  call jira#events#emit('IssueChanged', {'key': a:issue.key, 'issue': a:issue})
endfunction

" What could not be read before is read now.
function! jira#buffers#provider_is_back(provider) abort
  call jira#buffers#each('list', {buffer -> jira#list#recover(buffer)})
  call jira#buffers#each('page', {buffer -> jira#page#recover(buffer, a:provider)})
endfunction
