{{/* Not the selector of the pods that serve: the test must not become one of them. */}}
{{- define "postroom.testSelector" -}}
app.kubernetes.io/name: {{ include "postroom.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/component: test
{{- end -}}
