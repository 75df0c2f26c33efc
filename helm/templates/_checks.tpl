{{/* What values must not be together; values.schema.json sees each alone. */}}
{{- define "postroom.checks" -}}
{{- if not .Values.database.url -}}
{{- if gt (int .Values.replicaCount) 1 -}}
{{- fail (printf "replicaCount: %d replicas need a PostgreSQL of yours in database.url; Postroom's private one belongs to one pod." (int .Values.replicaCount)) -}}
{{- end -}}
{{- if .Values.autoscaling.enabled -}}
{{- fail "autoscaling.enabled: more than one replica needs a PostgreSQL of yours in database.url; Postroom's private one belongs to one pod." -}}
{{- end -}}
{{- if kindIs "invalid" .Values.runAs.user -}}
{{- fail "runAs.user: Postroom's private PostgreSQL runs only under a number that has a name in the image, 10001; null needs a PostgreSQL of yours in database.url." -}}
{{- end -}}
{{- if or .Values.database.existingSecret .Values.database.user -}}
{{- fail "database.url: is empty, but database.user or database.existingSecret is set; without a url Postroom would start a private PostgreSQL." -}}
{{- end -}}
{{- end -}}
{{- if regexMatch "[?&](user|password)=|//[^/]*@" .Values.database.url -}}
{{- fail "database.url: holds a user or a password; put the user into database.user and the password into a Secret that database.existingSecret names." -}}
{{- end -}}
{{- if and .Values.autoscaling.enabled (gt (int .Values.autoscaling.minReplicas) (int .Values.autoscaling.maxReplicas)) -}}
{{- fail "autoscaling.minReplicas: is more than autoscaling.maxReplicas." -}}
{{- end -}}
{{- if and .Values.secret.previousKey (not .Values.secret.existingSecret) -}}
{{- fail "secret.previousKey: needs secret.existingSecret, a Secret that holds both the new secret and the one before." -}}
{{- end -}}
{{- if and .Values.extraCa.pem .Values.extraCa.existingConfigMap -}}
{{- fail "extraCa: give either pem or existingConfigMap, not both." -}}
{{- end -}}
{{- if and .Values.ingress.enabled (not .Values.ingress.hosts) -}}
{{- fail "ingress.hosts: name at least one host." -}}
{{- end -}}
{{- if and .Values.httpRoute.enabled (not .Values.httpRoute.parentRefs) -}}
{{- fail "httpRoute.parentRefs: name at least one gateway." -}}
{{- end -}}
{{- $delay := .Values.shutdownDelay | default "5s" | trimSuffix "s" | int -}}
{{- if lt (int .Values.terminationGracePeriodSeconds) (add $delay 20 | int) -}}
{{- fail (printf "terminationGracePeriodSeconds: must be at least %d, 20 seconds more than shutdownDelay." (add $delay 20)) -}}
{{- end -}}
{{- range .Values.extraEnv -}}
{{- if hasPrefix "POSTROOM_" .name -}}
{{- fail (printf "extraEnv: %s has a value of its own in this chart; helm/README.md names it." .name) -}}
{{- end -}}
{{- end -}}
{{- end -}}
