" An issue as a buffer of Markdown, which the agent writes.

let s:mods = ''

" Shows an issue. Where the key belongs, the agent knows.
function! jira#page#open(mods, issue) abort
  call jira#agent#start()
  let s:mods = a:mods
  if jira#agent#host() ==# 'jira'
    " The agent reads it, and asks for the window.
    call jira#agent#command('showIssue', a:issue, {_ -> 0}, function('s:failed', [a:mods, a:issue]))
  else
    let params = extend({'opened': v:true}, a:issue)
    call jira#agent#request('jira/issue', params, {found -> jira#page#show(jira#buffers#page_name(found.provider, found.key))}, function('s:failed', [a:mods, a:issue]))
  endif
endfunction

" The window for it, as it was asked for.
function! jira#page#show(name) abort
  let mods = s:mods
  let s:mods = ''
  call jira#buffers#show(mods, a:name)
endfunction

" An issue that was read before can still be read.
function! s:failed(mods, issue, error) abort
  for buffer in getbufinfo({'bufloaded': 1})
    if get(jira#buffers#of(buffer.bufnr), 'key', '') ==? a:issue.key && jira#buffers#of(buffer.bufnr).kind ==# 'page'
      call jira#buffers#show(a:mods, bufname(buffer.bufnr))
    endif
  endfor
  call jira#ui#failed(a:error)
endfunction

" BufReadCmd, in the buffer.
function! jira#page#read(provider, key) abort
  setlocal buftype=nofile bufhidden=hide noswapfile undolevels=-1
  if !exists('b:jira')
    let b:jira = {'kind': 'page', 'provider': a:provider, 'key': a:key, 'problem': '', 'lines': []}
  endif
  call jira#known#key(a:key)
  if &l:filetype !=# 'markdown'
    setlocal filetype=markdown
  endif
  setlocal nomodifiable conceallevel=2
  call jira#keymaps#define()
  call jira#buffers#set_lines(bufnr('%'), empty(b:jira.lines) ? ['Asking Jira …'] : b:jira.lines)
  call jira#page#reload(bufnr('%'))
endfunction

" Reads it anew.
function! jira#page#reload(buffer) abort
  let uri = jira#buffers#uri(bufname(a:buffer))
  call jira#agent#request('workspace/textDocumentContent', {'uri': uri}, function('s:fill', [a:buffer]), function('s:keep', [a:buffer]))
endfunction

" Reads it anew where it could not be read.
function! jira#page#recover(buffer, provider) abort
  let page = jira#buffers#of(a:buffer)
  if page.problem !=# '' && page.provider ==# a:provider
    call jira#page#reload(a:buffer)
  endif
endfunction

function! s:fill(buffer, content) abort
  let page = jira#buffers#of(a:buffer)
  if empty(page)
    return
  endif
  let page.problem = ''
  let page.lines = jira#text#lines(trim(a:content.text, "\n", 2))
  call jira#buffers#set_lines(a:buffer, page.lines)
endfunction

" What was read before stays.
function! s:keep(buffer, error) abort
  let page = jira#buffers#of(a:buffer)
  if empty(page)
    return
  endif
  let page.problem = a:error.message
  if !empty(page.lines)
    return jira#ui#failed(a:error)
  endif
  call jira#buffers#set_lines(a:buffer, ['# ' .. page.key, ''] + jira#text#lines(a:error.message))
endfunction
