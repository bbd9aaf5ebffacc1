" Vim's own agent: a job that speaks LSP on a channel.

let s:handle = {}

" Starts {command}. The handle can be used once jira#agent#ready() has been called with it.
function! jira#agent#channel#start(command) abort
  let handle = {
        \ 'kind': 'jira',
        \ 'pending': {},
        \ 'said': '',
        \ 'closing': 0,
        \ 'request': function('s:request'),
        \ 'cancel': function('s:cancel'),
        \ 'notify': function('s:notify'),
        \ 'answer': function('s:answer'),
        \ 'stop': function('s:stop'),
        \ }
  let s:handle = handle
  let handle.job = job_start(a:command, {
        \ 'in_mode': 'lsp',
        \ 'out_mode': 'lsp',
        \ 'err_mode': 'raw',
        \ 'noblock': 1,
        \ 'stoponexit': 'term',
        \ 'out_cb': function('s:on_message', [handle]),
        \ 'err_cb': function('s:on_error_output', [handle]),
        \ 'exit_cb': function('s:on_exit', [handle]),
        \ })
  if job_status(handle.job) ==# 'fail'
    call timer_start(0, {_ -> s:on_exit(handle, handle.job, -1)})
    return handle
  endif
  let params = {
        \ 'processId': getpid(),
        \ 'clientInfo': {'name': 'Vim', 'version': s:version()},
        \ 'rootUri': jira#lsp#documents#uri_of_path(getcwd()),
        \ 'workspaceFolders': [{'uri': jira#lsp#documents#uri_of_path(getcwd()), 'name': fnamemodify(getcwd(), ':t')}],
        \ 'capabilities': jira#lsp#capabilities#of_vim(),
        \ 'initializationOptions': get(g:, 'jira_settings', {}),
        \ }
  call handle.request('initialize', params, function('s:initialized', [handle]))
  return handle
endfunction

" The agent of this module, where it runs.
function! jira#agent#channel#handle() abort
  return s:handle
endfunction

function! s:version() abort
  return v:version / 100 .. '.' .. v:version % 100 .. (exists('v:versionlong') ? '.' .. v:versionlong % 10000 : '')
endfunction

function! s:initialized(handle, error, result) abort
  if !empty(a:error)
    let a:handle.said = a:error.message
    return a:handle.stop()
  endif
  let capabilities = a:result.capabilities
  let a:handle.capabilities = capabilities
  let a:handle.encoding = get(capabilities, 'positionEncoding', 'utf-16')
  let a:handle.jira = get(get(capabilities, 'experimental', {}), 'jira', {})
  call a:handle.notify('initialized', {})
  call jira#lsp#documents#follow()
  call jira#agent#ready(a:handle)
endfunction

function! s:request(method, params, Answer) abort dict
  call jira#lsp#documents#flush()
  let sent = s:write(self, {'method': a:method, 'params': a:params}, {'callback': function('s:on_answer', [self])})
  if empty(sent)
    call timer_start(0, {_ -> a:Answer({'code': -32603, 'message': 'The Jira agent does not read any more.', 'data': {}}, v:null)})
    return 0
  endif
  let self.pending[sent.id] = a:Answer
  return sent.id
endfunction

function! s:notify(method, params) abort dict
  call s:write(self, {'method': a:method, 'params': a:params}, {})
endfunction

function! s:cancel(id) abort dict
  call s:write(self, {'method': '$/cancelRequest', 'params': {'id': a:id}}, {})
endfunction

" {answer} is {'result': ...} or {'error': {...}}.
function! s:answer(id, answer) abort dict
  call s:write(self, extend({'id': a:id}, a:answer), {})
endfunction

" A pipe that is closed is told by its exit too.
function! s:write(handle, message, options) abort
  try
    return ch_sendexpr(a:handle.job, a:message, a:options)
  catch /^Vim\%((\S\+)\)\=:E\%(630\|631\|906\):/
    return {}
  endtry
endfunction

function! s:stop() abort dict
  if self.closing
    return
  endif
  let self.closing = 1
  let job = self.job
  call self.request('shutdown', v:null, {-> self.notify('exit', v:null)})
  call timer_start(3000, {_ -> job_status(job) ==# 'run' ? job_stop(job, 'kill') : 0})
endfunction

function! s:on_answer(handle, channel, message) abort
  let id = get(a:message, 'id', 0)
  if !has_key(a:handle.pending, id)
    return
  endif
  let Answer = remove(a:handle.pending, id)
  call Answer(get(a:message, 'error', {}), get(a:message, 'result', v:null))
endfunction

function! s:on_message(handle, channel, message) abort
  if type(a:message) != v:t_dict || !has_key(a:message, 'method')
    return
  endif
  let params = get(a:message, 'params', {})
  if has_key(a:message, 'id')
    call jira#lsp#requests#answer(a:message.method, params, {answer -> a:handle.answer(a:message.id, answer)})
  else
    call jira#lsp#notifications#take(a:message.method, params)
  endif
endfunction

" The end of what it said: enough to tell why it ended.
function! s:on_error_output(handle, channel, text) abort
  let a:handle.said = strpart(a:handle.said .. a:text, max([0, strlen(a:handle.said .. a:text) - 4000]))
endfunction

function! s:on_exit(handle, job, code) abort
  let s:handle = {}
  call jira#lsp#documents#forget()
  let why = a:handle.closing && a:code == 0 ? '' : jira#agent#program#why(a:code, a:handle.said)
  call jira#agent#ended(why)
endfunction
