" The one agent of this editor: shared with another LSP plugin where that runs it, else started at the first request.

" What answers: {kind, request(), cancel(), stop()}; see jira#agent#channel#start().
let s:handle = {}
let s:state = 'off'
let s:waiting = []
let s:sent = []
let s:busy = 0
let s:watched = 0
let s:problem = ''

" Sends a request, and starts the agent for it where none runs.
"
" {Result} is called with the result. {Failure} is called with {code, message, data}; by default the user is told.
function! jira#agent#request(method, params, ...) abort
  let request = {
        \ 'method': a:method,
        \ 'params': a:params,
        \ 'result': get(a:000, 0, {_ -> 0}),
        \ 'failure': get(a:000, 1, function('jira#ui#failed')),
        \ 'state': 'waiting',
        \ }
  call s:count_busy(1)
  if s:state ==# 'ready'
    call s:send(request)
  else
    call add(s:waiting, request)
    call jira#agent#start()
  endif
  return request
endfunction

" Runs a command of the agent; see `workspace/executeCommand` in its documentation.
function! jira#agent#command(name, argument, ...) abort
  let params = {'command': 'jira.' .. a:name, 'arguments': [a:argument]}
  return call('jira#agent#request', ['workspace/executeCommand', params] + a:000)
endfunction

" Ends the wait for an answer. What was sent to Jira may be done all the same.
function! jira#agent#cancel(request) abort
  if a:request.state ==# 'sent' && has_key(a:request, 'id')
    call s:handle.cancel(a:request.id)
  endif
  call s:over(a:request, 'cancelled')
endfunction

" Waits for an answer: where the editor itself cannot go on without it. False after {milliseconds}, or at CTRL-C.
function! jira#agent#wait(request, milliseconds) abort
  let start = reltime()
  try
    while a:request.state ==# 'waiting' || a:request.state ==# 'sent'
      if reltimefloat(reltime(start)) * 1000 > a:milliseconds
        return 0
      endif
      sleep 10m
    endwhile
  catch /^Vim:Interrupt$/
    return 0
  endtry
  return 1
endfunction

" 'off', 'starting' or 'ready'.
function! jira#agent#state() abort
  return s:state
endfunction

" Who runs the agent: 'jira', or the name of another plugin; '' where nobody does.
function! jira#agent#host() abort
  return get(s:handle, 'kind', '')
endfunction

" In what the agent counts the characters of a line.
function! jira#agent#encoding() abort
  return get(s:handle, 'encoding', 'utf-16')
endfunction

function! jira#agent#is_busy() abort
  let s:watched = 1
  return s:busy > 0
endfunction

" Whoever has jira#statusline() in the status line sees it begin and end.
function! s:count_busy(difference) abort
  let before = s:busy > 0
  let s:busy += a:difference
  if s:watched && before != (s:busy > 0)
    redrawstatus!
  endif
endfunction

" Why there is no agent, for jira#statusline() and the health check; '' where nothing is wrong.
function! jira#agent#problem() abort
  return s:problem
endfunction

" Starts the agent, or finds the one that runs.
function! jira#agent#start() abort
  if s:state !=# 'off'
    return
  endif
  let s:state = 'starting'
  let s:problem = ''
  let shared = jira#agent#shared#find()
  if !empty(shared)
    return jira#agent#ready(shared)
  endif
  let found = jira#agent#program#find()
  if has_key(found, 'problem')
    return s:give_up(found.problem)
  endif
  let s:handle = has('nvim') ? jira#agent#neovim#start(found.command) : jira#agent#channel#start(found.command)
endfunction

" Ends the agent, unless it is another plugin's.
function! jira#agent#stop() abort
  if !empty(s:handle)
    call s:handle.stop()
  endif
endfunction

" The agent can be asked. Called by whoever started or found it.
function! jira#agent#ready(handle) abort
  let s:handle = a:handle
  let spoken = get(get(a:handle, 'jira', {}), 'protocolVersion', 0)
  if spoken != 1
    call a:handle.stop()
    return s:give_up('This Jira agent speaks version ' .. spoken .. ' of the protocol, and this plugin version 1: update the older one.')
  endif
  let s:state = 'ready'
  let waiting = s:waiting
  let s:waiting = []
  for request in waiting
    call s:send(request)
  endfor
  call jira#events#emit('Ready', {'host': a:handle.kind})
  call jira#providers#refresh()
endfunction

" The agent is gone. Called by whoever started it; {why} is a sentence, or '' where it was meant to end.
function! jira#agent#ended(why) abort
  call s:give_up(a:why)
endfunction

function! s:give_up(why) abort
  let s:state = 'off'
  let s:handle = {}
  let s:problem = a:why
  if a:why !=# ''
    call jira#ui#error(a:why)
  endif
  let unanswered = s:waiting + s:sent
  let s:waiting = []
  let s:sent = []
  for request in unanswered
    call s:answered(request, {'code': -32603, 'message': a:why, 'data': {'kind': 'ended'}}, v:null)
  endfor
endfunction

function! s:send(request) abort
  if a:request.state !=# 'waiting'
    return
  endif
  let a:request.state = 'sent'
  call add(s:sent, a:request)
  let a:request.id = s:handle.request(a:request.method, a:request.params, function('s:answered', [a:request]))
endfunction

function! s:answered(request, error, result) abort
  if a:request.state !=# 'sent' && a:request.state !=# 'waiting'
    return
  endif
  if s:kind(a:error) ==# 'ambiguousProvider' && a:request.method =~# '^jira/' && !has_key(a:request, 'asked')
    return s:ask_provider(a:request, a:error)
  endif
  call s:over(a:request, empty(a:error) ? 'done' : 'failed')
  if empty(a:error)
    call a:request.result(a:result)
  else
    call a:request.failure(a:error)
    " Another plugin gets no news of the providers for us: they are looked at when something fails.
    if index(['', 'jira'], jira#agent#host()) < 0 && a:request.method !=# 'jira/providers'
      call jira#providers#refresh()
    endif
  endif
endfunction

function! s:kind(error) abort
  return type(get(a:error, 'data', v:null)) == v:t_dict ? get(a:error.data, 'kind', '') : ''
endfunction

" Sends it anew, to the Jira that is meant.
function! s:ask_provider(request, error) abort
  let a:request.asked = 1
  let a:request.state = 'waiting'
  call filter(s:sent, {_, each -> each isnot a:request})
  call jira#providers#which(function('s:send_to', [a:request]), {-> s:answered(a:request, a:error, v:null)})
endfunction

function! s:send_to(request, provider) abort
  let a:request.params = extend({'provider': a:provider.id}, a:request.params)
  call s:send(a:request)
endfunction

function! s:over(request, state) abort
  if a:request.state ==# 'waiting' || a:request.state ==# 'sent'
    let a:request.state = a:state
    call s:count_busy(-1)
    call filter(s:sent, {_, each -> each isnot a:request})
  endif
endfunction
