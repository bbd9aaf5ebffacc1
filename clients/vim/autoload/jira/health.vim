" Questions of :checkhealth, which waits for their answers.

let s:answers = []

" Sends a request. Gives a number to ask for its answer with.
function! jira#health#ask(method, params) abort
  let answer = {'state': 'waiting'}
  call add(s:answers, answer)
  call jira#agent#request(a:method, a:params, {result -> extend(answer, {'state': 'done', 'result': result})}, {error -> extend(answer, {'state': 'failed', 'problem': error.message})})
  return len(s:answers) - 1
endfunction

" {'state': 'waiting'}, {'state': 'done', 'result'} or {'state': 'failed', 'problem'}.
function! jira#health#answer(number) abort
  return s:answers[a:number]
endfunction
