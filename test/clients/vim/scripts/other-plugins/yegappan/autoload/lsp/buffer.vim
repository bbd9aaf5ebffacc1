" A double of yegappan/lsp: what another plugin gets to see of its servers.

let s:server = {
      \ 'name': 'jira',
      \ 'running': v:true,
      \ 'ready': v:true,
      \ 'caps': StartOthersAgent(),
      \ 'customNotificationHandlers': {},
      \ }

function! s:server.rpc_a(method, params, Callback) abort
  call ch_sendexpr(g:others_job, {'method': a:method, 'params': a:params}, {'callback': {_, message -> a:Callback(self, get(message, 'result', v:null), get(message, 'error', {}))}})
  return 1
endfunction

function! lsp#buffer#BufLspServersGet(buffer) abort
  return [s:server]
endfunction
