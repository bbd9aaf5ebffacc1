" Several Jiras: which one is meant is asked, or set; and their keys are told apart.

function! Story() abort
  for [url, token] in [[$JIRA, $TOKEN], [$OTHER, $OTHER_TOKEN]]
    let request = jira#agent#request('jira/configure', {'baseUrl': url, 'name': url ==# $JIRA ? 'First' : 'Second', 'authentication': {'type': 'token', 'token': token}})
    call jira#agent#wait(request, 20000)
    call assert_equal('done', request.state)
  endfor
  call Answering([['choose', '^Second']], 'Jira issues project = ABC ORDER BY key ASC')
  call UntilLine('^ABC-1 ')
  let second = jira#list#issue(bufnr('%'), search('^ABC-1 ')).provider
  let g:jira_page_size = 5
  let g:jira_provider = 'First'
  Jira issues project = ABC ORDER BY key ASC
  call UntilLine('^ABC-1 ')
  let first = jira#list#issue(bufnr('%'), search('^ABC-1 ')).provider
  call assert_notequal(first, second)
  call cursor(line('$'), 1)
  redraw
  doautocmd CursorMoved
  call UntilLine('^ABC-6 ')
  call assert_equal(first, jira#list#issue(bufnr('%'), search('^ABC-6 ')).provider)
  " The issue of a line is the one of its Jira.
  call cursor(search('^ABC-1 '), 1)
  normal o
  call UntilLine('^# ABC-1: ')
  call assert_match(first, bufname('%'))
endfunction
