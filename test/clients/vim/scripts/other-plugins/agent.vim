" An agent that somebody else runs: what the two doubles of LSP plugins have in common.

function! StartOthersAgent() abort
  let g:others_job = job_start(g:jira_command + ['--stdio', '--storage', g:jira_settings.storage], {'in_mode': 'lsp', 'out_mode': 'lsp', 'noblock': 1})
  let answer = ch_evalexpr(g:others_job, {'method': 'initialize', 'params': {'processId': getpid(), 'rootUri': v:null, 'capabilities': {}}}, {'timeout': 20000})
  call ch_sendexpr(g:others_job, {'method': 'initialized', 'params': {}})
  return answer.result.capabilities
endfunction
