" :checkhealth jira

function! Story() abort
  call SignIn()
  checkhealth jira
  call UntilLine('the doctor')
  let text = join(getline(1, '$'), "\n")
  call assert_match('connected as Alice Archer', text)
  call assert_match('login: ', text)
  call assert_match('Node\.js \d\+\.\d\+', text)
  call assert_notmatch('ERROR', text)
endfunction
