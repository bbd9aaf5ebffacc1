" A list of issues in a buffer: one a line, more of them as the cursor nears the end.

let s:count = 0

" Opens a list. {query} has `jql`, `text` or `filter`, and maybe `provider`; without any, these are the user's open issues.
function! jira#list#open(mods, query) abort
  let s:count += 1
  let s:query = a:query
  call jira#buffers#show(a:mods, 'jira://issues/' .. s:count)
endfunction

" BufReadCmd, in the buffer: the first time, and at `:edit`.
function! jira#list#read() abort
  setlocal buftype=nofile bufhidden=hide noswapfile undolevels=-1
  if !exists('b:jira')
    let b:jira = {'kind': 'list', 'query': get(s:, 'query', {}), 'issues': [], 'total': -1, 'jql': '', 'cursor': '', 'loading': {}, 'problem': ''}
    let s:query = {}
  endif
  if &l:filetype !=# 'jira'
    setlocal filetype=jira
  endif
  setlocal nomodifiable nowrap cursorline
  call jira#keymaps#define()
  augroup jira_list
    autocmd! * <buffer>
    autocmd CursorMoved,BufEnter <buffer> call s:scrolled(+expand('<abuf>'))
    if exists('##WinScrolled')
      autocmd WinScrolled <buffer> call s:scrolled(+expand('<abuf>'))
    endif
    autocmd BufUnload <buffer> call s:leave(+expand('<abuf>'))
  augroup END
  call jira#list#refresh(bufnr('%'))
endfunction

" Reads as many issues anew as are shown. The first time what was seen last is shown meanwhile.
function! jira#list#refresh(buffer) abort
  let list = jira#buffers#of(a:buffer)
  let part = {'limit': max([s:page_size(), len(list.issues)])}
  if list.total < 0
    let part.cache = 'first'
  endif
  call s:load(a:buffer, part, function('s:first_page', [a:buffer, list.total < 0]))
endfunction

" Reads it anew where it could not be read.
function! jira#list#recover(buffer) abort
  if jira#buffers#of(a:buffer).problem !=# ''
    call jira#list#refresh(a:buffer)
  endif
endfunction

" Shows an issue as it is now.
function! jira#list#update(buffer, issue) abort
  let list = jira#buffers#of(a:buffer)
  for index in range(len(list.issues))
    if list.issues[index].key ==# a:issue.key && list.issues[index].provider ==# a:issue.provider
      let list.issues[index] = a:issue
      call s:show(a:buffer)
    endif
  endfor
endfunction

" The issue of a line; {} where there is none.
function! jira#list#issue(buffer, lnum) abort
  let list = jira#buffers#of(a:buffer)
  let index = a:lnum - jira#layout#head() - 1
  return get(list, 'kind', '') ==# 'list' && index >= 0 ? get(list.issues, index, {}) : {}
endfunction

function! s:page_size() abort
  return get(g:, 'jira_page_size', 50)
endfunction

function! s:scrolled(buffer) abort
  let list = jira#buffers#of(a:buffer)
  " A window may scroll that is not the current one.
  if a:buffer != bufnr('%') || get(list, 'kind', '') !=# 'list'
    return
  endif
  if list.cursor !=# '' && empty(list.loading) && list.problem ==# '' && line('w$') >= line('$') - 5
    call s:load(a:buffer, {'limit': s:page_size(), 'cursor': list.cursor}, function('s:next_page', [a:buffer]))
  endif
endfunction

function! s:load(buffer, part, Then) abort
  let list = jira#buffers#of(a:buffer)
  if !empty(list.loading)
    call jira#agent#cancel(list.loading)
  endif
  let list.problem = ''
  let list.loading = jira#agent#request('jira/issues', extend(copy(list.query), a:part), a:Then, function('s:failed', [a:buffer]))
  call s:show(a:buffer)
endfunction

function! s:first_page(buffer, may_be_old, result) abort
  call s:take(a:buffer, a:result, a:result.issues)
  if a:may_be_old && s:is_old(a:result)
    call jira#list#refresh(a:buffer)
  endif
endfunction

function! s:is_old(result) abort
  return type(get(a:result, 'cached', v:null)) == v:t_dict
endfunction

function! s:next_page(buffer, result) abort
  call s:take(a:buffer, a:result, get(jira#buffers#of(a:buffer), 'issues', []) + a:result.issues)
endfunction

function! s:take(buffer, result, issues) abort
  let list = jira#buffers#of(a:buffer)
  if empty(list)
    return
  endif
  call extend(list, {'issues': a:issues, 'total': a:result.total, 'jql': a:result.jql, 'cursor': get(a:result, 'cursor', ''), 'loading': {}, 'read': s:is_old(a:result) ? '' : strftime('%H:%M')})
  if list.cursor is v:null
    let list.cursor = ''
  endif
  for issue in a:result.issues
    " Where there are several Jiras, the next page is of the same one.
    let list.query.provider = issue.provider
    call jira#known#issue(issue)
  endfor
  " The warnings say from when it is.
  let list.problem = s:is_old(a:result) ? join(a:result.warnings, "\n") : ''
  call s:show(a:buffer)
  if !s:is_old(a:result)
    call jira#ui#warnings(a:result)
  endif
endfunction

" What was read before stays, and says that it is old.
function! s:failed(buffer, error) abort
  let list = jira#buffers#of(a:buffer)
  if empty(list)
    return
  endif
  let list.loading = {}
  let list.problem = a:error.message
  call s:show(a:buffer)
  if !empty(list.issues)
    call jira#ui#failed(a:error)
  endif
endfunction

function! s:show(buffer) abort
  call jira#buffers#set_lines(a:buffer, jira#layout#lines(jira#buffers#of(a:buffer)))
endfunction

function! s:leave(buffer) abort
  let list = jira#buffers#of(a:buffer)
  if !empty(get(list, 'loading', {}))
    call jira#agent#cancel(list.loading)
    let list.loading = {}
  endif
endfunction
