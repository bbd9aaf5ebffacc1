" What is wrong, and what the agent did.

" :Jira doctor [provider]
function! jira#doctor#run(args) abort
  let params = a:args.rest ==# '' ? {} : {'provider': a:args.rest}
  call jira#agent#request('jira/doctor', params, function('s:show', [a:args.mods]))
endfunction

function! s:show(mods, result) abort
  let lines = ['Jira doctor', '']
  let signs = {'ok': ['✓', 'ok'], 'warning': ['!', '!'], 'failed': ['✗', 'FAILED'], 'skipped': ['·', '-']}
  for finding in a:result.findings
    call add(lines, call('jira#text#symbol', get(signs, finding.outcome, ['?', '?'])) .. ' ' .. finding.check .. ': ' .. jira#text#line(finding.detail))
    if type(get(finding, 'hint', v:null)) == v:t_string
      call add(lines, '    ' .. jira#text#line(finding.hint))
    endif
  endfor
  call jira#buffers#scratch(a:mods, 'doctor', lines)
endfunction

" :Jira messages
function! jira#doctor#log(args) abort
  call jira#log#show(a:args.mods)
endfunction

" :Jira stop
function! jira#doctor#stop(args) abort
  call jira#agent#stop()
endfunction
