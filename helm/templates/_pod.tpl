{{- define "postroom.pod" -}}
serviceAccountName: {{ include "postroom.serviceAccount" . }}
automountServiceAccountToken: false
# A Service named postroom would set POSTROOM_PORT and the like, settings that Postroom does not know.
enableServiceLinks: false
terminationGracePeriodSeconds: {{ int64 .Values.terminationGracePeriodSeconds }}
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
securityContext:
  {{- include "postroom.podSecurity" . | nindent 2 }}
  {{- if and (include "postroom.privateDatabase" .) .Values.runAs.group }}
  fsGroup: {{ int64 .Values.runAs.group }}
  # PostgreSQL refuses files that a group may write, which is what "Always" would make of them at each start.
  fsGroupChangePolicy: OnRootMismatch
  {{- end }}
containers:
  - name: postroom
    {{- include "postroom.container" . | nindent 4 }}
volumes:
  {{- include "postroom.volumes" . | nindent 2 }}
{{- include "postroom.placement" . }}
{{- end -}}

{{- define "postroom.podSecurity" -}}
runAsNonRoot: true
{{- with .Values.runAs.user }}
runAsUser: {{ int64 . }}
{{- end }}
{{- with .Values.runAs.group }}
runAsGroup: {{ int64 . }}
{{- end }}
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{- define "postroom.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
runAsNonRoot: true
capabilities:
  drop: [ALL]
{{- end -}}

{{- define "postroom.container" -}}
image: {{ include "postroom.image" . | quote }}
imagePullPolicy: {{ .Values.image.pullPolicy }}
securityContext:
  {{- include "postroom.containerSecurity" . | nindent 2 }}
ports:
  - name: http
    containerPort: 8080
    protocol: TCP
  - name: management
    containerPort: 9000
    protocol: TCP
envFrom:
  {{- with .Values.extraEnvFrom }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
  # Of two that set the same variable the last one counts.
  - configMapRef:
      name: {{ include "postroom.fullname" . }}
{{- $env := include "postroom.secretEnv" . | trim }}
{{- if or $env .Values.extraEnv }}
env:
  {{- with $env }}
  {{- . | nindent 2 }}
  {{- end }}
  {{- with .Values.extraEnv }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- end }}
# Two minutes: the first start of the private PostgreSQL unpacks it.
startupProbe:
  httpGet:
    path: /q/health/live
    port: management
  periodSeconds: 2
  timeoutSeconds: 3
  failureThreshold: 60
livenessProbe:
  httpGet:
    path: /q/health/live
    port: management
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: 3
readinessProbe:
  httpGet:
    path: /q/health/ready
    port: management
  periodSeconds: 2
  timeoutSeconds: 5
  failureThreshold: 2
resources:
  {{- toYaml .Values.resources | nindent 2 }}
volumeMounts:
  - name: tmp
    mountPath: /tmp
  {{- if include "postroom.privateDatabase" . }}
  - name: data
    mountPath: /var/lib/postroom
  {{- end }}
  {{- if .Values.mail.servers }}
  - name: servers
    mountPath: /etc/postroom/servers
    readOnly: true
  {{- end }}
  {{- if include "postroom.caConfigMap" . }}
  - name: ca
    mountPath: /etc/postroom/ca
    readOnly: true
  {{- end }}
{{- end -}}

{{- define "postroom.volumes" -}}
- name: tmp
  emptyDir:
    sizeLimit: {{ .Values.tmpSize }}
{{- if include "postroom.privateDatabase" . }}
- name: data
  {{- if .Values.persistence.enabled }}
  persistentVolumeClaim:
    claimName: {{ .Values.persistence.existingClaim | default (printf "%s-data" (include "postroom.fullname" .)) }}
  {{- else }}
  emptyDir:
    sizeLimit: {{ .Values.persistence.size }}
  {{- end }}
{{- end }}
{{- if .Values.mail.servers }}
- name: servers
  configMap:
    name: {{ include "postroom.fullname" . }}-servers
{{- end }}
{{- with include "postroom.caConfigMap" . }}
- name: ca
  configMap:
    name: {{ . }}
{{- end }}
{{- end -}}

{{- define "postroom.placement" -}}
{{- if or .Values.topologySpread.nodes .Values.topologySpread.zones }}
topologySpreadConstraints:
  {{- with .Values.topologySpread.nodes }}
  - topologyKey: kubernetes.io/hostname
    {{- include "postroom.spread" (dict "root" $ "when" .) | nindent 4 }}
  {{- end }}
  {{- with .Values.topologySpread.zones }}
  - topologyKey: topology.kubernetes.io/zone
    {{- include "postroom.spread" (dict "root" $ "when" .) | nindent 4 }}
  {{- end }}
{{- end }}
{{- with .Values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.affinity }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{- define "postroom.spread" -}}
maxSkew: 1
whenUnsatisfiable: {{ .when }}
labelSelector:
  matchLabels:
    {{- include "postroom.selector" .root | nindent 4 }}
# Counts the pods of one version apart, so that a rolling update ends evenly spread.
matchLabelKeys: [pod-template-hash]
{{- end -}}
