" A double of prabirshrestha/vim-lsp: those of its functions that may be called from outside, by its documentation.

let s:capabilities = StartOthersAgent()

function! lsp#get_server_names() abort
  return ['pylsp', 'jira']
endfunction

function! lsp#is_server_running(name) abort
  return a:name ==# 'jira'
endfunction

function! lsp#get_server_capabilities(name) abort
  return s:capabilities
endfunction

" Its servers are for texts, and not for addresses.
function! lsp#get_allowed_servers(buffer) abort
  return bufname(a:buffer) =~# '^\a\+://' ? [] : ['jira']
endfunction

function! lsp#register_notifications(name, callback) abort
endfunction

function! lsp#send_request(name, request) abort
  if empty(lsp#get_allowed_servers(a:request.bufnr))
    return a:request.on_notification({'response': {'error': {'code': 0, 'message': 'ignoring start server due to remote uri', 'data': {}}}})
  endif
  call ch_sendexpr(g:others_job, {'method': a:request.method, 'params': a:request.params}, {'callback': {_, message -> a:request.on_notification({'response': message})}})
endfunction
