" Vim's buffers, as the agent knows them.

" By the number of the buffer: {uri, version, tick}.
let s:open = {}
let s:timer = 0

" Follows every buffer that the user allows, now and later.
function! jira#lsp#documents#follow() abort
  augroup jira_documents
    autocmd!
    autocmd FileType,BufEnter * call s:enter(+expand('<abuf>'))
    autocmd TextChanged,TextChangedI,TextChangedP * call s:changed()
    autocmd BufWritePre * call s:will_save(+expand('<abuf>'))
    autocmd BufWritePost * call s:saved(+expand('<abuf>'))
    autocmd BufUnload,BufFilePre * call s:close(+expand('<abuf>'))
    autocmd BufFilePost * call s:enter(+expand('<abuf>'))
  augroup END
  for buffer in getbufinfo({'bufloaded': 1})
    call s:enter(buffer.bufnr)
  endfor
endfunction

" The agent is gone, and with it all that it knew.
function! jira#lsp#documents#forget() abort
  let s:open = {}
  augroup jira_documents
    autocmd!
  augroup END
  call jira#lsp#diagnostics#clear()
endfunction

" Tells what was typed since: before anything is asked.
function! jira#lsp#documents#flush() abort
  for buffer in keys(s:open)
    call s:tell(+buffer)
  endfor
endfunction

" The buffer of a URI; 0 where there is none.
function! jira#lsp#documents#buffer(uri) abort
  for [buffer, document] in items(s:open)
    if document.uri ==# a:uri
      return +buffer
    endif
  endfor
  return 0
endfunction

" The version of a document as the agent was told it last; -1 where it knows none.
function! jira#lsp#documents#version(buffer) abort
  return get(get(s:open, a:buffer, {}), 'version', -1)
endfunction

function! jira#lsp#documents#uri(buffer) abort
  let name = bufname(a:buffer)
  return name =~# '^\a[[:alnum:]+.-]\+:/' ? jira#buffers#uri(name) : jira#lsp#documents#uri_of_path(fnamemodify(name, ':p'))
endfunction

function! jira#lsp#documents#uri_of_path(path) abort
  let path = tr(a:path, '\', has('win32') ? '/' : '\')
  return 'file://' .. (path =~# '^/' ? '' : '/') .. jira#text#encode(path)
endfunction

" The path of a `file:` URI.
function! jira#lsp#documents#path(uri) abort
  let path = jira#text#decode(matchstr(a:uri, '^file://[^/]*\zs/.*'))
  return has('win32') ? substitute(path, '^/\ze\a:', '', '') : path
endfunction

function! s:enter(buffer) abort
  if has_key(s:open, a:buffer) || !jira#lsp#follows(a:buffer)
    return
  endif
  let s:open[a:buffer] = {'uri': jira#lsp#documents#uri(a:buffer), 'version': 1, 'tick': getbufvar(a:buffer, 'changedtick')}
  call s:notify('didOpen', {'textDocument': {
        \ 'uri': s:open[a:buffer].uri,
        \ 'languageId': s:language(a:buffer),
        \ 'version': 1,
        \ 'text': s:text(a:buffer),
        \ }})
  call jira#events#emit('Attached', {'buffer': a:buffer})
endfunction

" By the names of LSP.
function! s:language(buffer) abort
  let filetype = getbufvar(a:buffer, '&filetype')
  return get({'gitcommit': 'git-commit', 'gitrebase': 'git-rebase', 'sh': 'shellscript', 'typescriptreact': 'typescriptreact', '': 'plaintext', 'text': 'plaintext'}, filetype, filetype)
endfunction

function! s:text(buffer) abort
  return join(getbufline(a:buffer, 1, '$'), "\n") .. "\n"
endfunction

function! s:changed() abort
  if has_key(s:open, bufnr('%'))
    call timer_stop(s:timer)
    let s:timer = timer_start(200, {_ -> jira#lsp#documents#flush()})
  endif
endfunction

function! s:tell(buffer) abort
  let document = s:open[a:buffer]
  let tick = getbufvar(a:buffer, 'changedtick')
  if tick == document.tick || tick ==# ''
    return
  endif
  let document.tick = tick
  let document.version += 1
  call s:notify('didChange', {'textDocument': {'uri': document.uri, 'version': document.version}, 'contentChanges': [{'text': s:text(a:buffer)}]})
endfunction

function! s:will_save(buffer) abort
  if has_key(s:open, a:buffer)
    call s:tell(a:buffer)
    call s:notify('willSave', {'textDocument': {'uri': s:open[a:buffer].uri}, 'reason': 1})
  endif
endfunction

function! s:saved(buffer) abort
  if has_key(s:open, a:buffer)
    call s:tell(a:buffer)
    call s:notify('didSave', {'textDocument': {'uri': s:open[a:buffer].uri}})
  endif
endfunction

function! s:close(buffer) abort
  if has_key(s:open, a:buffer)
    let document = remove(s:open, a:buffer)
    call s:notify('didClose', {'textDocument': {'uri': document.uri}})
    call jira#lsp#diagnostics#publish(a:buffer, [])
  endif
endfunction

" It goes straight to the channel: while the agent says what it can, it is not yet everybody's.
function! s:notify(name, params) abort
  let handle = jira#agent#channel#handle()
  if !empty(handle)
    call handle.notify('textDocument/' .. a:name, a:params)
  endif
endfunction
