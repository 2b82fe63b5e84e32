"""What `diptych --help` says."""

OVERVIEW = """\
usage: diptych [LIBRARY] [--search QUERY | --compare A B]
       diptych VERB ...        (diptych VERB --help says more)

Opens the reader on a folder of articles. Verbs do the same without a screen:

  index [LIBRARY]              bring the index up to date
  search QUERY [LIBRARY]       search
  show ARTICLE                 print an article as it was understood
  rivals ARTICLE [LIBRARY]     the same story in other sources, best first
  counterparts ARTICLE …       the same, by its other name
  concordance WORD [LIBRARY]   every use of a word or phrase, in its context
  stories [LIBRARY]            the library grouped into stories, largest first
  compare LEFT RIGHT           compare two articles
  sources [LEFT RIGHT] [LIBRARY]
                               two sources over the whole library; or all there are
  doctor                       what is installed, found, broken, and how to mend it

An ARTICLE is a path, an id, or the beginning of an id that no other has.

  --search QUERY               open the reader on that search
  --compare A B                open the reader on that comparison
  --library DIR                the library, wherever LIBRARY may stand
  --no-sync                    don't look for changed files first
  --json                       print one JSON document
  --version                    say which version this is
  --help                       say this
"""
