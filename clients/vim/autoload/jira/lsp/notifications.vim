" What the agent tells.

function! jira#lsp#notifications#take(method, params) abort
  let Take = get(s:takers, a:method, 0)
  if type(Take) == v:t_func
    call Take(a:params)
  endif
endfunction

function! s:providers_changed(params) abort
  call jira#providers#changed(a:params.providers)
endfunction

function! s:message(params) abort
  let Say = get({1: function('jira#ui#error'), 2: function('jira#ui#warn')}, a:params.type, function('jira#ui#say'))
  call Say(a:params.message)
endfunction

function! s:diagnostics(params) abort
  let buffer = jira#lsp#documents#buffer(a:params.uri)
  if buffer > 0
    call jira#lsp#diagnostics#publish(buffer, a:params.diagnostics)
  endif
endfunction

" The log is for whoever looks for something: `:messages` is not the place for it.
function! s:log(params) abort
  call jira#log#add(a:params.type, a:params.message)
endfunction

let s:takers = {
      \ 'jira/providersChanged': function('s:providers_changed'),
      \ 'window/showMessage': function('s:message'),
      \ 'window/logMessage': function('s:log'),
      \ 'textDocument/publishDiagnostics': function('s:diagnostics'),
      \ }
